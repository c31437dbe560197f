import type { z } from 'zod'
import type { Executor } from '#db/client'
import { findCredit } from '#db/queries/conversions'
import { lockNames } from '#db/queries/locks'
import type { MatchedBy } from '#db/schema/conversion'
import type { InputIssue } from '~/domain/error-details'
import { isDomainError } from '~/domain/errors'
import type { ErrorCode } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { issuesOf } from '~/platform/http/parse-input'
import { reportSchema } from '../schemas'
import type { Report } from '../schemas'
import { reportLocks, recordReport } from './record-report.server'
import type { Reporter, RecordedReport } from './recorded-report'
import { exclusionOf } from './exclusion'
import type { ExclusionReason } from './exclusion'

/** What became of one conversion of a batch, by its place in it. */
export interface ReportResult {
  index: number
  id: string | null
  externalId: string | null
  state: RecordedReport['state'] | 'refused'
  matchedBy: MatchedBy | null
  /** Why no board counts what is kept; null for what counts and for what was refused. */
  uncounted: ExclusionReason | null
  problem?: { code: ErrorCode; detail: string; issues: InputIssue[] }
}

/**
 * Keeps a batch of conversions in the caller's transaction, in order. One that cannot be kept is refused with its reason
 * and does not hold up the others. The use cases that call it ask the permission.
 */
export async function reportConversions(
  tx: Executor,
  { ctx, reports, reporter }: { ctx: Context; reports: readonly unknown[]; reporter: Reporter },
): Promise<ReportResult[]> {
  const parsed = reports.map((report) => reportSchema.safeParse(report))
  await lockNames(
    tx,
    parsed.flatMap((one) => (one.success ? reportLocks(one.data, reporter) : [])),
  )
  const { conversionWindowDays: windowDays } = await workspaceSettings(ctx)
  const results: ReportResult[] = []
  for (const [index, one] of parsed.entries()) {
    results.push(
      one.success
        ? await recordOne(tx, { index, report: one.data, windowDays }, reporter)
        : refusalOf(index, one.error),
    )
  }
  return results
}

const NOTHING_KEPT = { matchedBy: null, uncounted: null }

async function recordOne(
  tx: Executor,
  { index, report, windowDays }: { index: number; report: Report; windowDays: number },
  reporter: Reporter,
): Promise<ReportResult> {
  const externalId = report.externalId ?? null
  try {
    const recorded = await recordReport(tx, report, reporter)
    const uncounted = exclusionOf(await findCredit(tx, recorded.id), windowDays)
    return { index, externalId, ...recorded, uncounted }
  } catch (error) {
    if (!isDomainError(error)) throw error
    const issues = issuesOf(error)
    const problem = { code: error.code, detail: error.message, issues }
    return { index, id: null, externalId, state: 'refused', ...NOTHING_KEPT, problem }
  }
}

function refusalOf(index: number, error: z.ZodError): ReportResult {
  const issues = error.issues.map(({ path, message }) => ({ at: path.map(String).join('.'), message }))
  const problem = { code: 'invalid-input' as const, detail: issues[0]?.message ?? '', issues }
  return { index, id: null, externalId: null, state: 'refused', ...NOTHING_KEPT, problem }
}

import type { Executor } from '#db/client'
import { auditActor } from '~/platform/audit/audit-actor'
import type { Context } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import type { Unreadable } from '~/platform/csv/unreadable'
import { readFile } from './read-file.server'
import type { FileChoices, FileRow, ReadFile } from './read-file.server'
import { reportConversions } from '../reports/report-conversions.server'
import type { ReportResult } from '../reports/report-conversions.server'
import type { Report } from '../schemas'
import { ROW_OUTCOMES } from './row-result'
import type { FileResult, RowOutcome, RowResult } from './row-result'

/** Reads a file by the time zone and the currency of the workspace. */
export async function openFile(
  ctx: Context,
  file: { bytes: Uint8Array } & FileChoices,
): Promise<ReadFile | { unreadable: Unreadable }> {
  const { timeZone, currency } = await workspaceSettings(ctx)
  return readFile(file, { timeZone, currency, now: ctx.now() })
}

/** Reports the rows that can be read, in the caller's transaction, and gives what became of each. */
export async function reportRows(tx: Executor, ctx: Context, rows: readonly FileRow[]): Promise<RowResult[]> {
  const reportedBy = auditActor(ctx.actor).actorName
  const reporter = { source: 'csv' as const, reportedBy, now: ctx.now() }
  const fit = rows.flatMap(({ line, reading }) =>
    'report' in reading ? [{ line, report: reading.report }] : [],
  )
  const results = await reportConversions(tx, { ctx, reports: fit.map(({ report }) => report), reporter })
  const byLine = new Map(fit.map(({ line, report }, index) => [line, { report, result: results[index] }]))
  return rows.map(({ line, reading }) => {
    const reported = byLine.get(line)
    if (reported?.result) return rowResult(line, reported.report, reported.result)
    const issues = 'issues' in reading ? reading.issues : []
    return { line, verdict: 'invalid', ...UNREAD, issues }
  })
}

const UNREAD = { matchedBy: null, goal: '', externalId: '', at: null, money: null, uncounted: null }

function rowResult(line: number, report: Report, result: ReportResult): RowResult {
  const { matchedBy, uncounted } = result
  const { goal, externalId = '', at = null } = report
  const base = { line, matchedBy, uncounted, goal, externalId, at, money: moneyOf(report), issues: [] }
  switch (result.state) {
    case 'recorded':
      return { ...base, verdict: matchedBy ? 'matched' : 'unmatched' }
    case 'corrected':
      return { ...base, verdict: 'corrected' }
    case 'unchanged':
      return { ...base, verdict: 'duplicate' }
    case 'outdated':
      return { ...base, verdict: 'outdated' }
    case 'refused': {
      const problem = result.problem?.code === 'conflict' ? 'withdrawn' : 'text'
      return { ...base, verdict: 'invalid', issues: [{ column: null, problem, value: '' }] }
    }
  }
}

function moneyOf({ value, currency }: Report): RowResult['money'] {
  return value === undefined || currency === undefined ? null : { value, currency }
}

/** What became of a file, with the number of rows of each outcome. */
export function fileResult(name: string, file: ReadFile, rows: RowResult[]): FileResult {
  const { rows: _rows, ...read } = file
  const count = (verdict: RowOutcome) => rows.filter((row) => row.verdict === verdict).length
  const counts = Object.fromEntries(
    ROW_OUTCOMES.map((verdict) => [verdict, count(verdict)]),
  ) as FileResult['counts']
  return { name, ...read, counts, rows }
}

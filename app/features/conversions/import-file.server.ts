import type { z } from 'zod'
import type { Executor } from '#db/client'
import { insertAuditEntry } from '#db/queries/audit'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import type { Context, VerbArgs } from '~/platform/context/context'
import { permit } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import type { Unreadable } from './csv/unreadable'
import { checkFileSchema, importFileSchema } from './import-schemas'
import { readFile } from './read-file.server'
import type { FileChoices, FileRow, ReadFile } from './read-file.server'
import { reportConversions } from './report-conversions.server'
import type { ReportResult } from './report-conversions.server'
import type { Report } from './schemas'
import { ROW_OUTCOMES } from './row-result'
import type { FileResult, RowResult, RowOutcome } from './row-result'

type CheckInput = z.input<typeof checkFileSchema>

/**
 * Says what importing a file would do, row by row, and does none of it: the rows are really told, and taken back.
 * @throws DomainError `unauthenticated` or `forbidden` without `conversions.manage`.
 */
export async function checkFile({
  ctx,
  input,
}: VerbArgs<CheckInput>): Promise<FileResult | { unreadable: Unreadable }> {
  permit(ctx, 'conversions.manage')
  const parsed = parseInput(checkFileSchema, input)
  const file = await open(ctx, parsed)
  if ('unreadable' in file) return file
  try {
    await ctx.db.transaction(async (tx) => {
      throw new TakenBack(await tellRows(tx, ctx, file.rows))
    })
  } catch (error) {
    if (error instanceof TakenBack) return verdictOf(parsed.name, file, error.rows)
    throw error
  }
  throw new Error('A check was not taken back.')
}

/**
 * Imports a file that was checked. Importing it again changes nothing.
 * @throws DomainError `unauthenticated` or `forbidden` without `conversions.manage`; `conflict` when this is not the file
 *   that was checked; `invalid-input` when it cannot be read.
 */
export async function importFile({
  ctx,
  input,
}: VerbArgs<z.input<typeof importFileSchema>>): Promise<FileResult> {
  permit(ctx, 'conversions.manage')
  const { hash, ...parsed } = parseInput(importFileSchema, input)
  const file = await open(ctx, parsed)
  if ('unreadable' in file) throw new DomainError('invalid-input', 'This file cannot be read.')
  if (file.hash !== hash) throw new DomainError('conflict', 'This is not the file that was checked.')
  const verdict = await ctx.db.transaction(async (tx) => {
    const verdict = verdictOf(parsed.name, file, await tellRows(tx, ctx, file.rows))
    const data = { file: parsed.name, hash, ...verdict.counts }
    await insertAuditEntry(tx, {
      ...auditActor(ctx.actor),
      ...{ at: ctx.now(), action: 'conversion.import', subjectKind: 'conversion', subjectId: hash, data },
    })
    return verdict
  })
  for (const { verdict: kept, goal } of verdict.rows)
    if (kept === 'matched' || kept === 'unmatched') ctx.metrics.conversions.inc({ goal })
  return verdict
}

class TakenBack extends Error {
  constructor(readonly rows: RowResult[]) {
    super('Nothing of a check is kept.')
  }
}

async function open(
  ctx: Context,
  file: { bytes: Uint8Array } & FileChoices,
): Promise<ReadFile | { unreadable: Unreadable }> {
  const { timeZone, currency } = await workspaceSettings(ctx)
  return readFile(file, { timeZone, currency, now: ctx.now() })
}

async function tellRows(tx: Executor, ctx: Context, rows: readonly FileRow[]): Promise<RowResult[]> {
  const reportedBy = auditActor(ctx.actor).actorName
  const reporter = { source: 'csv' as const, reportedBy, now: ctx.now() }
  const fit = rows.flatMap(({ line, reading }) =>
    'report' in reading ? [{ line, report: reading.report }] : [],
  )
  const results = await reportConversions(tx, { ctx, reports: fit.map(({ report }) => report), reporter })
  const byLine = new Map(fit.map(({ line, report }, index) => [line, { report, result: results[index] }]))
  return rows.map(({ line, reading }) => {
    const told = byLine.get(line)
    if (told?.result) return tellVerdict(line, told.report, told.result)
    const issues = 'issues' in reading ? reading.issues : []
    return { line, verdict: 'invalid', ...UNREAD, issues }
  })
}

const UNREAD = { matchedBy: null, goal: '', externalId: '', at: null, money: null, uncounted: null }

function tellVerdict(line: number, report: Report, result: ReportResult): RowResult {
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

function verdictOf(name: string, file: ReadFile, rows: RowResult[]): FileResult {
  const { rows: _rows, ...read } = file
  const count = (verdict: RowOutcome) => rows.filter((row) => row.verdict === verdict).length
  const counts = Object.fromEntries(
    ROW_OUTCOMES.map((verdict) => [verdict, count(verdict)]),
  ) as FileResult['counts']
  return { name, ...read, counts, rows }
}

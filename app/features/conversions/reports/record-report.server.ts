import { instantOf } from '~/domain/day'
import { createHash } from 'node:crypto'
import type { Executor } from '#db/client'
import { insertConversion } from '#db/queries/conversions'
import { insertUnmatched } from '#db/queries/unmatched-conversions'
import { DomainError } from '~/domain/errors'
import { addressName } from '~/platform/addresses/address-name'
import { idOfReport } from './conversion-id'
import { correctConversion } from './correct-conversion.server'
import { findSubject, soughtBy } from './find-subject.server'
import { lockConversion } from './lock-conversion.server'
import type { Report } from '../schemas'
import type { Reporter, RecordedReport } from './recorded-report'

/** How far ahead the clock of a reporting system may be: within it, a moment in the future counts as now. */
const CLOCK_SLACK_MS = 5 * 60 * 1000

/**
 * Records one reported conversion, or corrects an earlier report of it. The caller locks its names.
 * @throws DomainError `invalid-input` for a moment in the future; `conflict` for a withdrawn conversion.
 */
export async function recordReport(
  tx: Executor,
  report: Report,
  reporter: Reporter,
): Promise<RecordedReport> {
  const at = momentOf(report, reporter.now)
  const id = idOfReport(report, reporter)
  const kept = await lockConversion(tx, id)
  const asOf = report.updatedAt === undefined ? null : instantOf(report.updatedAt)
  const facts = {
    goal: report.goal,
    at,
    externalId: report.externalId ?? null,
    value: report.value ?? null,
    currency: report.currency ?? null,
    emailHash: report.emailHash ?? null,
    sentHash: hashOf(report),
    asOf,
  }
  const subject = await findSubject(tx, report, { at, now: reporter.now })
  if (kept)
    return correctConversion(tx, { kept, facts, subject, sought: soughtBy(report), now: reporter.now })
  const row = {
    id,
    ...facts,
    source: reporter.source,
    reportedBy: reporter.reportedBy,
    recordedAt: reporter.now,
  }
  if (subject) await insertConversion(tx, { ...row, ...subject })
  else await insertUnmatched(tx, { ...row, sought: soughtBy(report) })
  return { id, state: 'recorded', matchedBy: subject?.matchedBy ?? null }
}

/** The names to lock while a conversion is recorded: its own, and that of the address it may wait for. */
export function reportLocks(report: Report, reporter: Reporter): string[] {
  const address = report.emailHash === undefined ? [] : [addressName(report.emailHash)]
  return [`conversion:${idOfReport(report, reporter)}`, ...address]
}

function momentOf(report: Report, now: Date): Date {
  if (report.at === undefined) return now
  const at = instantOf(report.at)
  if (at.getTime() <= now.getTime()) return at
  if (at.getTime() - now.getTime() <= CLOCK_SLACK_MS) return now
  const message = 'This moment is still to come.'
  throw new DomainError('invalid-input', message, { issues: [{ at: 'at', message }] })
}

const hashOf = (report: Report): string => createHash('sha256').update(JSON.stringify(report)).digest('hex')

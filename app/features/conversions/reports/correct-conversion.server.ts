import type { Executor } from '#db/client'
import { findTrialBefore } from '#db/queries/trials'
import { deleteConversion, insertConversion, updateConversion } from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import { updateUnmatched } from '#db/queries/unmatched-conversions'
import type { UnmatchedRow } from '#db/queries/unmatched-conversions'
import type { MatchedBy } from '#db/schema/conversion'
import { DomainError } from '~/domain/errors'
import { assignToVisitor, unassignFromVisitor } from '~/platform/addresses/rematch-reports'
import type { Subject } from '~/platform/addresses/rematch-reports'
import type { RecordedReport } from './recorded-report'

type Kept = ConversionRow | UnmatchedRow

interface Correction {
  kept: Kept
  facts: Pick<Kept, 'goal' | 'at' | 'externalId' | 'value' | 'currency' | 'emailHash' | 'sentHash' | 'asOf'>
  subject: Subject | null
  sought: MatchedBy[]
  now: Date
}

/**
 * Updates a stored conversion from a newer report. An earlier match stays when the report matches nobody, and a match that
 * a person chose always stays.
 *
 * @throws DomainError `conflict` for one that was withdrawn.
 */
export async function correctConversion(tx: Executor, correction: Correction): Promise<RecordedReport> {
  const { kept, facts } = correction
  if (kept.withdrawnAt) {
    const message = 'This conversion was withdrawn. Report it again under another externalId.'
    throw new DomainError('conflict', message, { id: kept.id })
  }
  if (kept.asOf && facts.asOf && facts.asOf < kept.asOf) {
    return { id: kept.id, state: 'outdated', matchedBy: 'visitorId' in kept ? kept.matchedBy : null }
  }
  const isSame = kept.sentHash === facts.sentHash
  // A report without a time is applied, and keeps the time that later reports are compared with.
  const asOf = facts.asOf ?? kept.asOf
  const change = isSame ? {} : { ...facts, asOf, correctedAt: correction.now }
  const matchedBy =
    'visitorId' in kept
      ? await moveMatched(tx, kept, correction, change)
      : await findLate(tx, kept, correction, change)
  return { id: kept.id, state: isSame ? 'unchanged' : 'corrected', matchedBy }
}

type Change = Partial<Correction['facts']> & { correctedAt?: Date }

async function moveMatched(
  tx: Executor,
  kept: ConversionRow,
  { subject, facts, sought }: Correction,
  change: Change,
): Promise<MatchedBy | null> {
  if (Object.keys(change).length === 0) return kept.matchedBy
  if (!subject && kept.unverified) {
    await unassignFromVisitor(tx, { ...kept, ...change }, sought)
    return null
  }
  if (!subject || !mayMove(kept, subject)) {
    await updateConversion(tx, kept, { ...change, trialId: await creditOf(tx, kept, facts.at) })
    return kept.matchedBy
  }
  if (subject.visitorId === kept.visitorId) {
    const { matchedBy, trialId, unverified } = subject
    await updateConversion(tx, kept, { ...change, matchedBy, trialId, unverified })
  } else {
    await deleteConversion(tx, kept)
    await insertConversion(tx, { ...kept, ...change, ...subject })
  }
  return subject.matchedBy
}

/** A match that a person chose stays. An unverified match never replaces a verified one. */
const mayMove = (kept: ConversionRow, subject: Subject): boolean =>
  kept.matchedBy !== 'hand' && (kept.unverified || !subject.unverified)

/** A trial that was named keeps its credit; otherwise the moment decides. */
async function creditOf(tx: Executor, kept: ConversionRow, at: Date): Promise<string | null> {
  if (['trial', 'resume-link', 'hand'].includes(kept.matchedBy)) return kept.trialId
  return (await findTrialBefore(tx, kept.visitorId, at))?.id ?? null
}

async function findLate(
  tx: Executor,
  kept: UnmatchedRow,
  { subject, sought }: Correction,
  change: Change,
): Promise<MatchedBy | null> {
  if (!subject) {
    await updateUnmatched(tx, kept.id, { ...change, sought })
    return null
  }
  await assignToVisitor(tx, { ...kept, ...change }, subject)
  return subject.matchedBy
}

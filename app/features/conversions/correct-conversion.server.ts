import type { Executor } from '#db/client'
import { findTrialBefore } from '#db/queries/trials'
import { deleteConversion, insertConversion, updateConversion } from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import { deleteUnmatched, updateUnmatched } from '#db/queries/unmatched-conversions'
import type { UnmatchedRow } from '#db/queries/unmatched-conversions'
import type { MatchedBy } from '#db/schema/conversion'
import { DomainError } from '~/domain/errors'
import type { Subject } from './find-subject.server'
import type { Told } from './told'

type Kept = ConversionRow | UnmatchedRow

interface Correction {
  kept: Kept
  facts: Pick<Kept, 'goal' | 'at' | 'externalId' | 'value' | 'currency' | 'emailHash' | 'sentHash' | 'asOf'>
  subject: Subject | null
  sought: MatchedBy[]
  now: Date
}

/**
 * Takes over what is newly told of a conversion that is kept already. Who was found before stays when nobody is found now,
 * and whom a person chose stays whatever is found.
 *
 * @throws DomainError `conflict` for one that was withdrawn.
 */
export async function correctConversion(tx: Executor, correction: Correction): Promise<Told> {
  const { kept, facts } = correction
  if (kept.withdrawnAt) {
    const message = 'This conversion was withdrawn. Tell it anew under another externalId.'
    throw new DomainError('conflict', message, { id: kept.id })
  }
  if (kept.asOf && facts.asOf && facts.asOf < kept.asOf) {
    return { id: kept.id, state: 'outdated', matchedBy: 'visitorId' in kept ? kept.matchedBy : null }
  }
  const isSame = kept.sentHash === facts.sentHash
  // Data of no told age is taken over, and lets nothing in that is older than what was there before.
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
  { subject, facts }: Correction,
  change: Change,
): Promise<MatchedBy> {
  if (Object.keys(change).length === 0) return kept.matchedBy
  const stays = subject === null || kept.matchedBy === 'hand'
  const next = stays ? { matchedBy: kept.matchedBy, trialId: await creditOf(tx, kept, facts.at) } : subject
  if (stays || subject.visitorId === kept.visitorId) {
    await updateConversion(tx, kept, { ...change, matchedBy: next.matchedBy, trialId: next.trialId })
  } else {
    await deleteConversion(tx, kept)
    await insertConversion(tx, { ...kept, ...change, ...subject })
  }
  return next.matchedBy
}

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
  await giveToVisitor(tx, { ...kept, ...change }, subject)
  return subject.matchedBy
}

/** Makes an unmatched conversion one of the visitor who was found. */
export async function giveToVisitor(tx: Executor, unmatched: UnmatchedRow, subject: Subject): Promise<void> {
  const { sought: _sought, ...row } = unmatched
  await deleteUnmatched(tx, unmatched.id)
  await insertConversion(tx, { ...row, ...subject })
}

import type { Executor } from '#db/client'
import { listEvents } from '#db/queries/trial-events'
import type { TrialRow } from '#db/queries/trials'
import { canonicalJson } from '~/domain/demo/json'
import { DomainError } from '~/domain/errors'
import type { TraceEvent } from '~/domain/trial/trace'
import type { Applied } from './apply-events'

/**
 * Tells a duplicate from a fork. Two pages that drive one trial number different events alike: saying "accepted" to the
 * second would be a lie.
 * @throws DomainError `conflict` with the first such `seq`, and `expectedSeq`
 */
export async function refuseFork(
  tx: Executor,
  trial: TrialRow,
  { duplicates, accepted }: Pick<Applied, 'duplicates' | 'accepted'>,
): Promise<void> {
  if (duplicates.length === 0) return
  const seqs = duplicates.map(({ seq }) => seq)
  const part = { from: Math.min(...seqs), to: Math.max(...seqs) }
  const taken = [...(await listEvents(tx, trial, part)), ...accepted]
  const stored = new Map(taken.map((event) => [event.seq, contentOf(event)]))
  const fork = duplicates.find((event) => (stored.get(event.seq) ?? contentOf(event)) !== contentOf(event))
  if (!fork) return
  throw new DomainError('conflict', `Another page has already taken step ${fork.seq} of this trial.`, {
    seq: fork.seq,
    expectedSeq: trial.lastSeq + 1,
  })
}

const contentOf = ({ type, data }: TraceEvent): string => canonicalJson([type, data ?? {}])

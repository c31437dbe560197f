import { canonicalJson } from '~/domain/json'
import { DomainError } from '~/domain/errors'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { Applied } from './apply-events'

/**
 * Distinguishes a duplicate from a fork. Two pages of one trial give different events the same number: the second must
 * not be accepted. `stored` are the trial's known events, at least from the first duplicate on.
 * @throws DomainError `conflict` with the first such `seq`, and `expectedSeq`
 */
export function refuseFork(
  stored: readonly TraceEvent[],
  lastSeq: number,
  { duplicates, accepted }: Pick<Applied, 'duplicates' | 'accepted'>,
): void {
  if (duplicates.length === 0) return
  const taken = new Map([...stored, ...accepted].map((event) => [event.seq, event]))
  const fork = duplicates.find((event) => contentOf(taken.get(event.seq) ?? event) !== contentOf(event))
  if (!fork) return
  throw new DomainError('conflict', `Another page has already taken step ${fork.seq} of this trial.`, {
    seq: fork.seq,
    expectedSeq: lastSeq + 1,
  })
}

const contentOf = ({ type, data, by }: TraceEvent): string => canonicalJson([type, data ?? {}, by ?? ''])

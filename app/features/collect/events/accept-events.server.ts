import type { z } from 'zod'
import { traceBatchSchema } from '~/domain/demo/engine/trace'
import type { AcceptedEvents } from '~/platform/trials/collector'
import { verb } from '~/platform/verb/verb'

export type AcceptEventsInput = z.input<typeof traceBatchSchema>

/**
 * Takes a batch of a trial's events: runs them through the machine and writes them and the new summary in one
 * transaction, together with batches of other trials that arrive at the same time. Events that are there already are
 * ignored. What precedes a gap or a refused event is kept.
 *
 * @throws DomainError `not-found` unless the trial is this visitor's; `sequence-gap` with `expectedSeq`;
 *   `event-refused` with `seq` and `reason`, also once the trial has ended; `conflict` when a `seq` that is there already
 *   comes with another event; `gone` when the trial's trace can no longer be run; `unavailable` with `retryAfter` when
 *   more arrives than can be written: nothing of the batch was taken.
 */
export const acceptEvents = verb(
  { permission: 'visitor', input: traceBatchSchema },
  ({ ctx: { collector, visitor, now }, input: { trial, events } }): Promise<AcceptedEvents> => {
    const key = { visitorId: visitor.id, id: trial.toLowerCase() }
    return collector.accept({ key, events, receivedAt: now() })
  },
)

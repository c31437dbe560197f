import type { TrialKey } from '#db/queries/trials'
import type { DomainError } from '~/domain/errors'
import type { TraceEvent } from '~/domain/trial/trace'

/** Events of one trial, as one request brought them. */
export interface EventBatch {
  key: TrialKey
  events: readonly TraceEvent[]
  /** The server's clock, asked when the batch's turn has come. */
  now: () => Date
}

/** Where the trial stands, as the server computed it. `lastSeq` is committed. */
export interface AcceptedEvents {
  lastSeq: number
  states: readonly string[]
  status: 'active' | 'done'
  outcome: 'success' | 'other' | null
  score: number
}

/** Takes batches of all trials, verifies them and commits those that arrive together in one transaction. */
export interface Collector {
  /** Resolves once the batch is committed; rejects with the refusal of this batch alone. */
  accept(batch: EventBatch): Promise<AcceptedEvents>
  /** The `unavailable` with which a batch would be refused now; null while there is room. */
  refusal(): DomainError | null
  /** Takes nothing more and waits until everything taken is answered. */
  drain(): Promise<void>
}

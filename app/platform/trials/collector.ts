import type { TrialKey } from '#db/queries/trials'
import { DomainError } from '~/domain/errors'
import type { TraceEvent } from '~/domain/demo/engine/trace'

/** The events of one trial in one request. */
export interface EventBatch {
  key: TrialKey
  events: readonly TraceEvent[]
  /** When it arrived, by the clock of whoever hands it in: a thread that writes it has no other. */
  receivedAt: Date
}

/** The state of the trial as computed by the server. `lastSeq` is committed. */
export interface AcceptedEvents {
  lastSeq: number
  states: readonly string[]
  status: 'active' | 'done'
  outcome: 'success' | 'other' | null
  score: number
}

/**
 * How batches are committed: those of many trials in one transaction, or those of each visitor in one of their own, many at
 * a time.
 */
export type CollectBy = 'group' | 'visitor'

/** Accepts batches of all trials, verifies them, and commits them. */
export interface Collector {
  /** Resolves once the batch is committed; rejects with the refusal of this batch alone. */
  accept(batch: EventBatch): Promise<AcceptedEvents>
  /** The `unavailable` with which a batch would be refused now; null while there is room. */
  refusal(): DomainError | null
  /** Takes nothing more and waits until everything taken is answered. */
  drain(): Promise<void>
}

/** Metrics of collecting: events by outcome, and batches per group. */
export interface CollectorMetrics {
  events: { inc(labels: { result: EventResult }, count?: number): void }
  groupBatches: { observe(batches: number): void }
  waitingBatches(read: () => number): void
}

export type EventResult = 'accepted' | 'duplicate' | 'refused'

/** The maximum number of batches and events waiting in a process: about two seconds of full load. */
export const WAITING_BATCHES = 1_000
export const WAITING_EVENTS = 20_000
const RETRY_AFTER_SECONDS = 2

/** Refuses a batch when the queue is full: none of it was accepted. */
export function tooMuch(): DomainError {
  const message = 'More arrives than can be written just now: keep the events and send them again.'
  return new DomainError('unavailable', message, { retryAfter: RETRY_AFTER_SECONDS })
}

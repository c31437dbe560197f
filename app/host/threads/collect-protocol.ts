import type { TrialKey } from '#db/queries/trials'
import { isDomainError, plainRefusal, refusalOf } from '~/domain/errors'
import type { PlainRefusal } from '~/domain/errors'
import type { AcceptedEvents, CollectBy, EventResult } from '~/platform/trials/collector'
import { describeError } from '~/platform/log'
import type { DescribedError } from '~/platform/log'

/** The start data of a collecting thread. */
export interface CollectThreadData {
  databaseUrl: string
  logLevel: string
  /** Undefined where the server cannot bound transactions. */
  longestTransactionMs?: number | undefined
  collectBy: CollectBy
}

/** A batch sent to a thread; the result returns with the same ticket. */
export interface TicketedBatch {
  ticket: number
  key: TrialKey
  /** When it arrived, in milliseconds since the epoch. */
  receivedAt: number
  /** JSON text of the events: passing it on is several times as cheap as passing objects. */
  events: string
}

/** To the thread: batches, or the request to end once everything accepted is answered. */
export type CollectOrder = { batches: TicketedBatch[] } | { end: true }

/** From the thread: results, and the counts since its last report. */
export interface CollectReport {
  answers: CollectAnswer[]
  events: Partial<Record<EventResult, number>>
  groups: number[]
}

export type CollectAnswer = { ticket: number } & ({ accepted: AcceptedEvents } | SerializedError)

/** An error as passed between threads: structured cloning keeps neither its class nor its code. */
export type SerializedError = { refused: PlainRefusal } | { failed: DescribedError }

/** Serializes an error for another thread. */
export function serializeError(error: unknown): SerializedError {
  if (isDomainError(error)) return { refused: plainRefusal(error) }
  return { failed: describeError(error) }
}

/** Restores an error from `serializeError`. */
export function deserializeError(serialized: SerializedError): Error {
  if ('refused' in serialized) return refusalOf(serialized.refused)
  return errorOf(serialized.failed)
}

function errorOf({ type, message, stack, code, cause }: DescribedError): Error {
  const error = new Error(message, cause && { cause: errorOf(cause) })
  return Object.assign(error, { name: type, stack }, code && { code })
}

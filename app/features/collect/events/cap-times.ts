import { capActive } from '~/domain/trial/active-time'
import type { TraceEvent } from '~/domain/demo/engine/trace'

/** The maximum active time between two steps. */
const MOST_ACTIVE_MS = 24 * 60 * 60 * 1000

/** The times a batch claims and what the server knows. Instants and spans in milliseconds. */
export interface TimeClaim {
  accepted: readonly TraceEvent[]
  startedAt: number
  /** When the batch before this one arrived; the start when there was none. */
  previousAt: number
  receivedAt: number
  /** Accepted before this batch. */
  activeMs: number
  /** `at` of the last event, after this batch. */
  lastAt: number
  /** Without a server clock the claimed times are accepted. */
  simulated: boolean
}

export interface CappedTimes {
  /** The accepted events, each with its capped active time. Their sum is added to the trial. */
  events: TraceEvent[]
  activeMs: number
  /** Wall time from the start to the last event, at most the time that has really passed. */
  wallMs: number
}

/**
 * Caps the times of a trial: a batch adds no more active time than passed since the one before, and active time never
 * exceeds wall time. The trace stores the capped times, so that it adds up to the summary.
 */
export function capTimes(claim: TimeClaim): CappedTimes {
  const { accepted, startedAt, previousAt, receivedAt, activeMs, lastAt, simulated } = claim
  const wallMs = simulated ? lastAt : Math.min(lastAt, Math.max(0, receivedAt - startedAt))
  const claims = accepted.map((event) => Math.min(event.activeMs, MOST_ACTIVE_MS))
  const claimed = claims.reduce((sum, claim) => sum + claim, 0)
  const passed = simulated ? claimed : receivedAt - previousAt
  let left = Math.min(capActive(claimed, passed), Math.max(0, wallMs - activeMs))
  const gained = left
  const events = accepted.map((event, index) => {
    const believed = Math.min(claims[index] ?? 0, left)
    left -= believed
    return { ...event, activeMs: believed }
  })
  return { events, activeMs: activeMs + gained, wallMs }
}

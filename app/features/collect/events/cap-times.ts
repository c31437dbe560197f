import { capActive } from '~/domain/trial/active-time'
import type { TraceEvent } from '~/domain/demo/engine/trace'

/** Nobody is there for longer than this between two steps. */
const MOST_ACTIVE_MS = 24 * 60 * 60 * 1000

/** What a batch claims and what the server knows. Instants and spans in milliseconds. */
export interface TimeClaim {
  accepted: readonly TraceEvent[]
  startedAt: number
  /** When the batch before this one arrived; the start when there was none. */
  previousAt: number
  receivedAt: number
  /** Believed before this batch. */
  activeMs: number
  /** `at` of the last event, after this batch. */
  lastAt: number
  /** Without the server's clock: its trial's own times are believed. */
  simulated: boolean
}

export interface CappedTimes {
  /** The accepted events, each with the active time that is believed of it. Their sum is what the trial gains. */
  events: TraceEvent[]
  activeMs: number
  /** From the start to the last event, at most what has really passed. */
  wallMs: number
}

/**
 * The times of a trial as the server believes them: a batch adds no more active time than passed since the one before,
 * and active time never exceeds wall time. The trace keeps the believed times, so that it sums up to the summary.
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

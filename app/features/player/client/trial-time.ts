import type { QueueClock } from './queue-clock'

/**
 * Whole milliseconds since the trial began, never decreasing, counted from what the server reported when the page
 * was rendered. The system dates of server and browser do not matter.
 */
export function trialTime(elapsedMs: number, clock: Pick<QueueClock, 'now'>): () => number {
  const openedAt = clock.now()
  return () => Math.max(0, Math.round(elapsedMs + clock.now() - openedAt))
}

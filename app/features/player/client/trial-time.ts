import type { QueueClock } from './queue-clock'

/**
 * Milliseconds since the trial began, whole and never going back, from what the server said had passed when the page
 * was made. Neither clock's idea of the date matters.
 */
export function trialTime(elapsedMs: number, clock: Pick<QueueClock, 'now'>): () => number {
  const openedAt = clock.now()
  return () => Math.max(0, Math.round(elapsedMs + clock.now() - openedAt))
}

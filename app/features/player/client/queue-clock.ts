/** Time as the queue needs it, so that tests can run it by hand. */
export interface QueueClock {
  /** Milliseconds on a clock that never goes back. Its zero means nothing. */
  now(): number
  /** Runs `task` once after `ms`. Gives a function that cancels it. */
  after(ms: number, task: () => void): () => void
}

/** The browser's monotonic clock: a wrong wall clock does no harm. */
export const browserClock: QueueClock = {
  now: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}

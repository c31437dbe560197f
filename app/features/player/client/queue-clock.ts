/** The clock and timers of the queue, replaceable in tests. */
export interface QueueClock {
  /** Milliseconds on a monotonic clock. Only differences have a meaning. */
  now(): number
  /** Runs `task` once after `ms`. Returns a function that cancels it. */
  after(ms: number, task: () => void): () => void
}

/** The browser's monotonic clock, unaffected by changes of the system time. */
export const browserClock: QueueClock = {
  now: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}

import { createBoundedCache } from '../cache/bounded-cache'

/** How often one key may do something in a time window. */
export interface CounterLimit {
  most: number
  windowMs: number
}

export interface BoundedCounter {
  /** Counts one. Null when it may be, else the milliseconds until it may be again. */
  take(key: string, now: Date): number | null
  /** Takes one back that turned out not to count. */
  giveBack(key: string): void
}

/**
 * Counts in windows that begin with the first use of each key, for the `keys` most recent ones. The counters of
 * rate-limiter-flexible are unbounded and read the process clock, so they cannot be used here.
 */
export function createBoundedCounter({ most, windowMs }: CounterLimit, keys = 10_000): BoundedCounter {
  const windows = createBoundedCache<{ count: number; endsAt: number }>(keys)
  return {
    take: (key, now) => {
      const at = now.getTime()
      const known = windows.get(key)
      const open = known && known.endsAt > at ? known : { count: 0, endsAt: at + windowMs }
      if (open.count >= most) return open.endsAt - at
      windows.set(key, { ...open, count: open.count + 1 })
      return null
    },
    giveBack: (key) => {
      const known = windows.get(key)
      if (known) windows.set(key, { ...known, count: Math.max(0, known.count - 1) })
    },
  }
}

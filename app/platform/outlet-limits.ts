import { DomainError } from '~/domain/errors'
import { createBoundedCounter } from './sign-in/bounded-counter'
import type { BoundedCounter } from './sign-in/bounded-counter'

/** What bounds the files that leave. Each instance counts in its own memory. */
export interface OutletLimits {
  /** Files of one person or key. */
  files: BoundedCounter
  /** Looking at shared boards, by the network. */
  shares: BoundedCounter
  /** Takes a place for a file that is being written. @throws DomainError `rate-limited` */
  takePlace(who: string): Disposable
}

const MINUTE_MS = 60_000
const MOST_AT_ONCE = 3

/** Limits on files that are written, and on shared boards that are looked at. */
export function createOutletLimits(): OutletLimits {
  const taken = new Map<string, number>()
  return {
    files: createBoundedCounter({ most: 60, windowMs: MINUTE_MS }),
    shares: createBoundedCounter({ most: 60, windowMs: MINUTE_MS }),
    takePlace: (who) => {
      const own = taken.get(who) ?? 0
      if (own >= MOST_AT_ONCE) {
        const message = 'Some of your files are still being written. Wait until one is done.'
        throw new DomainError('rate-limited', message, { retryAfter: 5 })
      }
      taken.set(who, own + 1)
      return {
        [Symbol.dispose]: () => {
          const left = (taken.get(who) ?? 1) - 1
          if (left > 0) taken.set(who, left)
          else taken.delete(who)
        },
      }
    },
  }
}

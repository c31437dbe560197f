import { createBoundedCounter } from './bounded-counter'
import type { BoundedCounter } from './bounded-counter'

/** What slows guessing at sign-in, beside the limit of each network. Counted in memory, for each instance by itself. */
export interface SignInLimits {
  /** Failed tries with one address, from browsers at which it never signed in. */
  strangers: BoundedCounter
  /** Failed tries at a browser that is known: strangers cannot use them up. */
  knownBrowsers: BoundedCounter
  /** Entries of the audit about failures, by whom they are about and in all. */
  notes: BoundedCounter
  allNotes: BoundedCounter
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * One network alone (10 a minute) cannot use up the tries of an address, and whoever does is done within a minute: nobody
 * is locked out for longer, and not at all where they signed in before.
 */
export const createSignInLimits = (): SignInLimits => ({
  strangers: createBoundedCounter({ most: 15, windowMs: MINUTE_MS }),
  knownBrowsers: createBoundedCounter({ most: 10, windowMs: MINUTE_MS }),
  notes: createBoundedCounter({ most: 20, windowMs: HOUR_MS }),
  allNotes: createBoundedCounter({ most: 500, windowMs: HOUR_MS }, 1),
})

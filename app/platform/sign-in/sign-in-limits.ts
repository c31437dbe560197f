import { createBoundedCounter } from './bounded-counter'
import type { BoundedCounter } from './bounded-counter'

/** Limits that slow down guessing, besides the limit of each network. Each instance counts in its own memory. */
export interface SignInLimits {
  /** Failed tries with one address, from browsers at which it never signed in. */
  strangers: BoundedCounter
  /** Failed tries at a browser that is known: strangers cannot use them up. */
  trustedBrowsers: BoundedCounter
  /** Entries of the audit about failures, by whom they are about and in all. */
  notes: BoundedCounter
  allNotes: BoundedCounter
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * One network alone (10 a minute) cannot use up the attempts for an address. If several do, the lockout lasts at most a
 * minute, and does not affect browsers in which the person signed in before.
 */
export const createSignInLimits = (): SignInLimits => ({
  strangers: createBoundedCounter({ most: 15, windowMs: MINUTE_MS }),
  trustedBrowsers: createBoundedCounter({ most: 10, windowMs: MINUTE_MS }),
  notes: createBoundedCounter({ most: 20, windowMs: HOUR_MS }),
  allNotes: createBoundedCounter({ most: 500, windowMs: HOUR_MS }, 1),
})

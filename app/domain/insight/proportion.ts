import type { Interval } from './wilson'
import { wilsonInterval } from './wilson'

/** With fewer trials a rate is not shown. */
export const FEWEST_TRIALS = 30

/** A rate with its numbers and interval. `share` is null when the denominator is 0. */
export interface Proportion extends Interval {
  numerator: number
  denominator: number
  share: number | null
  /** False means that the page says "too few to tell" in place of the rate. */
  enough: boolean
}

/** `numerator` of `denominator` trials; the first must be a subset of the second. */
export function proportion(numerator: number, denominator: number): Proportion {
  return {
    numerator,
    denominator,
    share: denominator === 0 ? null : numerator / denominator,
    enough: isEnough(denominator),
    ...wilsonInterval(numerator, denominator),
  }
}

export function isEnough(trials: number): boolean {
  return trials >= FEWEST_TRIALS
}

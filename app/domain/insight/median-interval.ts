import type { Interval } from './wilson'
import { Z } from './wilson'

/** Up to here the binomial distribution is summed; the normal one gives at most one place more on each side. */
export const MOST_SUMMED = 1_000
const ONE_SIDE = 0.025

/**
 * Places of the two sorted values, counted from 1, that hold the median between them with at least 95% confidence,
 * whatever the distribution (W. R. Thompson, Annals of Mathematical Statistics 7, 1936): the lower one is the greatest
 * r with P(B < r) ≤ 2.5%, B binomial of n and ½; the upper one mirrors it. Null for fewer than 6 values, whose whole
 * range is not that certain. For many values B is taken as normal, with continuity correction.
 */
export function medianRanks(n: number): Interval | null {
  const low = n <= MOST_SUMMED ? summedRank(n) : Math.floor((n + 1 - Z * Math.sqrt(n)) / 2)
  return low === 0 ? null : { low, high: n + 1 - low }
}

function summedRank(n: number): number {
  let term = 0.5 ** n
  let sum = term
  let rank = 0
  while (sum <= ONE_SIDE) {
    term *= (n - rank) / (rank + 1)
    sum += term
    rank += 1
  }
  return rank
}

/** 95% interval of the median; null for fewer than 6 values. */
export function medianInterval(values: readonly number[]): Interval | null {
  const ranks = medianRanks(values.length)
  if (!ranks) return null
  const sorted = [...values].sort((a, b) => a - b)
  return { low: sorted[ranks.low - 1] ?? 0, high: sorted[ranks.high - 1] ?? 0 }
}

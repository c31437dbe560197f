import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianInterval, medianRanks } from './median-interval'
import { quantile } from './quantile'

test('agrees with published places', () => {
  // Campbell and Gardner, BMJ 296 (1988): 95% confidence, the nearest that is no less.
  const published = [
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [17, 5, 13],
    [20, 6, 15],
    [30, 10, 21],
    [50, 18, 33],
    [100, 40, 61],
  ] as const
  for (const [n, low, high] of published) expect(medianRanks(n)).toEqual({ low, high })
})

test('fewer than six values are not certain enough, whatever they are', () => {
  for (const n of [0, 1, 5]) expect(medianRanks(n)).toBeNull()
  expect(medianInterval([1, 2, 3, 4, 5])).toBeNull()
  expect(medianInterval([6, 1, 5, 2, 4, 3])).toEqual({ low: 1, high: 6 })
})

/** ln n! for each n up to `most`. */
function logFactorials(most: number): number[] {
  const logs = [0]
  for (let n = 1; n <= most; n += 1) logs.push((logs[n - 1] ?? 0) + Math.log(n))
  return logs
}

const MOST = 20_000
const logs = logFactorials(MOST)

/** P(B < r) of the binomial distribution of n and ½. */
function chanceBelow(r: number, n: number): number {
  let sum = 0
  for (let k = 0; k < r; k += 1)
    sum += Math.exp((logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0) - n * Math.LN2)
  return sum
}

test('of any number of values the places are the narrowest that are certain enough, of many nearly', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: 6, max: 1_100 }), fc.integer({ min: 6, max: MOST })), (n) => {
      const ranks = medianRanks(n)
      if (!ranks) throw new Error('no places')
      expect(ranks.low + ranks.high).toBe(n + 1)
      const spare = n <= 1_000 ? 1 : 2
      expect(chanceBelow(ranks.low, n)).toBeLessThanOrEqual(0.025)
      expect(chanceBelow(ranks.low + spare, n)).toBeGreaterThan(0.025)
    }),
  )
})

test('it holds the median and does not depend on the order of the values', () => {
  const values = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 6, maxLength: 300 })
  fc.assert(
    fc.property(values, (list) => {
      const { low, high } = medianInterval(list) ?? { low: NaN, high: NaN }
      const median = quantile(list, 0.5)
      expect(low).toBeLessThanOrEqual(median ?? NaN)
      expect(high).toBeGreaterThanOrEqual(median ?? NaN)
      expect(medianInterval([...list].reverse())).toEqual({ low, high })
    }),
  )
})

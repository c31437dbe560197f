import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from './difference'
import { countEstimate, meanEstimate, medianEstimate, rateEstimate } from './estimate'

test.each([
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  [
    [56, 70],
    [48, 80],
    [0.0524, 0.3339],
  ],
  [
    [9, 10],
    [3, 10],
    [0.1705, 0.809],
  ],
  [
    [6, 7],
    [2, 7],
    [0.0582, 0.8062],
  ],
  [
    [5, 56],
    [0, 29],
    [-0.0381, 0.1926],
  ],
  [
    [0, 10],
    [0, 20],
    [-0.1611, 0.2775],
  ],
  [
    [0, 10],
    [0, 10],
    [-0.2775, 0.2775],
  ],
  [
    [10, 10],
    [0, 20],
    [0.6791, 1],
  ],
  [
    [10, 10],
    [0, 10],
    [0.6075, 1],
  ],
] as const)('of %j less %j the interval is the published one', ([a, m], [b, n], [low, high]) => {
  const found = difference(rateEstimate(a, m), rateEstimate(b, n))
  expect(found.low).toBeCloseTo(low, 4)
  expect(found.high).toBeCloseTo(high, 4)
  expect(found.value).toBeCloseTo(a / m - b / n, 12)
})

test('of two means it is the normal interval', () => {
  const a = meanEstimate([3, 5, 4, 4, 2, 5])
  const b = meanEstimate([1, 2, 2, 4, 3, 3])
  const half = (one: typeof a) => (one.high - one.low) / 2
  const { value, low, high } = difference(a, b)
  expect(value).toBeCloseTo(23 / 6 - 15 / 6, 12)
  expect((high - low) / 2).toBeCloseTo(Math.hypot(half(a), half(b)), 12)
})

test('against nothing every difference is possible', () => {
  const some = rateEstimate(3, 4)
  expect(difference(some, rateEstimate(0, 0))).toEqual({ value: null, low: some.low - 1, high: some.high })
  expect(difference(medianEstimate([]), medianEstimate([1]))).toEqual({
    ...{ value: null, low: -Infinity, high: Infinity },
  })
})

const share = fc.integer({ min: 1, max: 5_000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)))

test('holds the difference of rates, stays within −1 to 1, and mirrors when the sides swap', () => {
  fc.assert(
    fc.property(share, share, ([a, m], [b, n]) => {
      const one = difference(rateEstimate(a, m), rateEstimate(b, n))
      const other = difference(rateEstimate(b, n), rateEstimate(a, m))
      const value = one.value ?? Number.NaN
      expect(one.low).toBeLessThanOrEqual(value)
      expect(one.high).toBeGreaterThanOrEqual(value)
      expect(one.low).toBeGreaterThanOrEqual(-1 - 1e-12)
      expect(one.high).toBeLessThanOrEqual(1 + 1e-12)
      expect(other.low).toBeCloseTo(-one.high, 12)
      expect(other.high).toBeCloseTo(-one.low, 12)
    }),
  )
})

test('of counts it is wider than chance alone makes either', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (now, before) => {
      const found = difference(countEstimate(now), countEstimate(before))
      expect(found.value).toBe(now - before)
      expect(found.high - found.low).toBeGreaterThanOrEqual(2 * Math.sqrt(now + before))
    }),
  )
})

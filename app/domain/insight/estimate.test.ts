import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SHARE_RANGE, countEstimate, meanEstimate, medianEstimate, ratioEstimate } from './estimate'
import { medianRanks } from './median-interval'

test('the median lies between the ranks of the published tables', () => {
  // D. G. Altman and others, Statistics with Confidence, 2000, chapter 5: 40th and 61st of 100, 6th and 15th of 20.
  expect(medianRanks(100)).toEqual({ low: 40, high: 61 })
  expect(medianRanks(20)).toEqual({ low: 6, high: 15 })
  expect(medianRanks(12)).toEqual({ low: 3, high: 10 })
})

test('the interval of a median is that of a published example', () => {
  // G. W. Snedecor and W. G. Cochran’s method as R’s statpsych::ci.median shows it: 20.7, 10.8 to 30.9.
  const hours = [
    ...[30.2, 20.4, 15.1, 10.2, 10.5, 60.8, 20.8, 25, 20.7, 30.9, 10.8, 5.1, 50.9, 40, 20.9, 10.8, 0],
    ...[20.5, 50.8],
  ]
  expect(medianEstimate(hours)).toEqual({ value: 20.7, low: 10.8, high: 30.9, count: 19 })
})

test('of five values or fewer the median may be anything that is possible', () => {
  const scores = { low: 0, high: 100 }
  expect(medianEstimate([10, 20, 30, 40, 50], scores)).toEqual({ value: 30, ...scores, count: 5 })
  expect(medianEstimate([10, 20, 30, 40, 50, 60], scores)).toMatchObject({ value: 35, low: 10, high: 60 })
  expect(medianEstimate([], scores)).toEqual({ value: null, ...scores, count: 0 })
})

test('a mean has the standard error of its values', () => {
  // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sum of squares 32, so s = √(32/7).
  const { value, low, high } = meanEstimate([2, 4, 4, 4, 5, 5, 7, 9])
  const error = Math.sqrt(32 / 7 / 8)
  expect(value).toBe(5)
  expect(low).toBeCloseTo(5 - 1.96 * error, 4)
  expect(high).toBeCloseTo(5 + 1.96 * error, 4)
})

test('one value has no spread, so its mean may be anything that is possible', () => {
  expect(meanEstimate([4], { low: 1, high: 5 })).toEqual({ value: 4, low: 1, high: 5, count: 1 })
  expect(meanEstimate([], { low: 1, high: 5 })).toEqual({ value: null, low: 1, high: 5, count: 0 })
})

test('a ratio of sums weighs trials by what they had, and varies by trial, not by step', () => {
  const even = { numerator: 1, denominator: 10 }
  const odd = { numerator: 10, denominator: 10 }
  const parts = Array.from({ length: 40 }, (_, index) => (index < 4 ? odd : even))
  const { value, low, high, count } = ratioEstimate(parts, SHARE_RANGE)
  expect(value).toBeCloseTo(76 / 400, 12)
  expect(count).toBe(40)
  expect(high - low).toBeGreaterThan(2 * (0.2299 - 0.1545))
  expect(ratioEstimate([{ numerator: 0, denominator: 0 }], SHARE_RANGE)).toEqual({
    ...{ value: null, low: 0, high: 1, count: 1 },
  })
})

test('a count of events has the score interval', () => {
  // Of 10 events: 10 + 1.9207 ± 1.96 · √(10 + 0.9604).
  expect(countEstimate(10)).toMatchObject({ low: expect.closeTo(5.432, 3), high: expect.closeTo(18.41, 2) })
  expect(countEstimate(0)).toMatchObject({ value: 0, low: 0, high: expect.closeTo(3.8415, 4) })
})

test('every interval holds its figure', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 60 }), (values) => {
      for (const { value, low, high } of [medianEstimate(values), meanEstimate(values)]) {
        expect(low).toBeLessThanOrEqual(value ?? Number.NaN)
        expect(high).toBeGreaterThanOrEqual(value ?? Number.NaN)
      }
    }),
  )
})

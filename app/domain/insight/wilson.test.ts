import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilsonInterval } from './wilson'

test('agrees with published values', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  expect(wilsonInterval(81, 263).low).toBeCloseTo(0.2553, 4)
  expect(wilsonInterval(81, 263).high).toBeCloseTo(0.3662, 4)
  expect(wilsonInterval(15, 148).low).toBeCloseTo(0.0624, 4)
  expect(wilsonInterval(15, 148).high).toBeCloseTo(0.1605, 4)
  expect(wilsonInterval(1, 29).low).toBeCloseTo(0.0061, 4)
  expect(wilsonInterval(1, 29).high).toBeCloseTo(0.1718, 4)
})

test('without trials it says that nothing is known', () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
})

const share = fc.integer({ min: 1, max: 100_000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)))

test('holds the share, stays within 0 to 1, and mirrors when successes and failures swap', () => {
  fc.assert(
    fc.property(share, ([k, n]) => {
      const { low, high } = wilsonInterval(k, n)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(k / n)
      expect(high).toBeGreaterThanOrEqual(k / n)
      const mirror = wilsonInterval(n - k, n)
      expect(mirror.low).toBeCloseTo(1 - high, 10)
    }),
  )
})

test('grows narrower with more trials of the same share', () => {
  fc.assert(
    fc.property(share, fc.integer({ min: 2, max: 50 }), ([k, n], times) => {
      const few = wilsonInterval(k, n)
      const many = wilsonInterval(k * times, n * times)
      expect(many.high - many.low).toBeLessThan(few.high - few.low)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minus, over, plus, remainder, times, total } from './decimal'

/** An amount in cents, which is exact. */
const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })

test('sums, differences and multiples of amounts are what a person would write', () => {
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: 0, max: 1_000 }), (a, b, count) => {
      expect(plus(a / 100, b / 100)).toBe((a + b) / 100)
      expect(minus(a / 100, b / 100)).toBe((a - b) / 100)
      expect(times(a / 100, count)).toBe((a * count) / 100)
    }),
  )
})

test('a sum of many amounts is exact, in any order', () => {
  fc.assert(
    fc.property(fc.array(cents, { maxLength: 500 }), (amounts) => {
      const whole = amounts.reduce((a, b) => a + b, 0)
      expect(total(amounts.map((amount) => amount / 100))).toBe(whole / 100 || 0)
      expect(total(amounts.reverse().map((amount) => amount / 100))).toBe(whole / 100 || 0)
    }),
  )
})

test('a number that is no short decimal number stays as it is', () => {
  const number = fc.double({ noNaN: true, min: -1e6, max: 1e6 })
  fc.assert(
    fc.property(number, number, (a, b) => {
      const [exact, given] = [a + b, plus(a, b)]
      expect(Math.abs(given - exact)).toBeLessThanOrEqual(1e-14 * Math.max(Math.abs(a), Math.abs(b)))
    }),
  )
  expect(plus(1 / 3, 1 / 3)).toBe(2 / 3)
  expect(times(over(1, 3), 3)).toBe(1)
  expect(plus(0.3333333333333, 0.1)).toBe(0.3333333333333 + 0.1)
})

test.each([
  [plus(0.1, 0.2), 0.3],
  [minus(100.1, 100), 0.1],
  [minus(plus(0.1, 0.2), 0.3), 0],
  [times(1.1, 3), 3.3],
  [times(19.99, 0.21), 4.1979],
  [over(0.3, 0.1), 3],
  [remainder(0.3, 0.1), 0],
  [remainder(5.5, 2), 1.5],
  [remainder(-5.5, 2), -1.5],
  [remainder(-7, 3), -1],
  [total([0.1, 0.2, -0.3]), 0],
  [total([1e100, 1, -1e100]), 1],
  [total([]), 0],
])('%j is %j', (given, expected) => {
  expect(given).toBe(expected)
})

test('infinities and NaN stay as they are, and division by zero is refused', () => {
  expect(plus(1e308, 1e308)).toBe(Infinity)
  expect(total([1e308, 1e308])).toBe(Infinity)
  expect(() => over(1, 0)).toThrow('division by zero')
  expect(() => remainder(1.5, 0)).toThrow('division by zero')
})

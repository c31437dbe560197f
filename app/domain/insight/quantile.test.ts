import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantile, quantiles } from './quantile'

const values = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 200 })
const part = fc.double({ min: 0, max: 1, noNaN: true })

test('interpolates between the closest ranks', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5)
  expect(quantile([10, 0], 0.75)).toBe(7.5)
  expect(quantile([7], 0.95)).toBe(7)
})

test('is nothing for no values', () => {
  expect(quantiles([])).toEqual({ count: 0, median: null, p75: null, p95: null })
})

test('lies between the least and the greatest value, which are its ends', () => {
  fc.assert(
    fc.property(values, part, (list, p) => {
      const found = quantile(list, p)
      expect(found).toBeGreaterThanOrEqual(Math.min(...list))
      expect(found).toBeLessThanOrEqual(Math.max(...list))
      expect(quantile(list, 0)).toBe(Math.min(...list))
      expect(quantile(list, 1)).toBe(Math.max(...list))
    }),
  )
})

test('never falls as p rises, and the order of the values does not matter', () => {
  fc.assert(
    fc.property(values, part, part, (list, a, b) => {
      const low = quantile(list, Math.min(a, b)) ?? 0
      const high = quantile(list, Math.max(a, b)) ?? 0
      expect(low).toBeLessThanOrEqual(high)
      expect(quantile([...list].reverse(), a)).toBe(quantile(list, a))
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chiSquareTail } from './chi-square'

test.each([
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4, upper-tail critical values.
  [2.706, 1, 0.1],
  [3.841, 1, 0.05],
  [6.635, 1, 0.01],
  [10.828, 1, 0.001],
  [5.991, 2, 0.05],
  [13.816, 2, 0.001],
  [7.815, 3, 0.05],
  [18.307, 10, 0.05],
  [29.588, 10, 0.001],
  [43.773, 30, 0.05],
  [124.342, 100, 0.05],
])('%d with %d degrees of freedom is exceeded with probability %d', (statistic, degrees, p) => {
  expect(chiSquareTail(statistic, degrees) / p).toBeCloseTo(1, 2)
})

test('with two degrees of freedom it is an exponential', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1_000, noNaN: true }), (statistic) => {
      const exact = Math.exp(-statistic / 2)
      expect(Math.abs(chiSquareTail(statistic, 2) - exact)).toBeLessThan(1e-13 + exact * 1e-10)
    }),
  )
})

test('stays a probability, and falls as the statistic grows', () => {
  const any = fc.double({ min: 0, max: 400, noNaN: true })
  fc.assert(
    fc.property(any, any, fc.integer({ min: 1, max: 60 }), (a, b, degrees) => {
      const [less, more] = [chiSquareTail(Math.min(a, b), degrees), chiSquareTail(Math.max(a, b), degrees)]
      expect(less).toBeLessThanOrEqual(1)
      expect(more).toBeGreaterThanOrEqual(0)
      expect(more).toBeLessThanOrEqual(less + 1e-12)
    }),
  )
})

test('far out it is as good as never, and nothing is always exceeded', () => {
  expect([chiSquareTail(Infinity, 3), chiSquareTail(1e5, 3), chiSquareTail(0, 3)]).toEqual([0, 0, 1])
})

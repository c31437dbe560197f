import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion } from './apportion'

test('thirds are as equal as parts can be, and sum to one', () => {
  const shares = apportion([1, 1, 1])
  expect(shares).toEqual([expect.closeTo(1 / 3, 8), expect.closeTo(1 / 3, 8), expect.closeTo(1 / 3, 8)])
  expect(shares.reduce((sum, share) => sum + share)).toBe(1)
})

const weights = fc
  .array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 200 })
  .filter((all) => all.some((weight) => weight > 1e-6))

test('shares sum to exactly one in any order, each within one part of its ideal', () => {
  fc.assert(
    fc.property(weights, (given) => {
      const shares = apportion(given)
      const total = given.reduce((sum, weight) => sum + weight, 0)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1)
      expect([...shares].sort((a, b) => a - b).reduce((sum, share) => sum + share, 0)).toBe(1)
      shares.forEach((share, index) => {
        expect(Math.abs(share - (given[index] ?? 0) / total)).toBeLessThan(2 ** -30 + 1e-15)
      })
    }),
  )
})

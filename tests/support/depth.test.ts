import { expect, test } from 'vitest'
import { sample, tries } from './depth'

const all = Array.from({ length: 10 }, (_, index) => index)

test('briefly, a property is tried a fifth as often, and some of a list are spread over it', ({ skip }) => {
  if (process.env.FOYER_TEST_DEPTH === 'all') return skip()
  expect([tries(100), tries(3)]).toEqual([20, 1])
  expect(sample(all, 4)).toEqual([0, 2, 5, 7])
  expect(sample(all, 1)).toEqual([0])
  expect(sample(all, 20)).toEqual(all)
})

test('in full, everything is tried', ({ skip }) => {
  if (process.env.FOYER_TEST_DEPTH !== 'all') return skip()
  expect(tries(100)).toBe(100)
  expect(sample(all, 4)).toEqual(all)
})

import { expect, test } from 'vitest'
import { LONGEST_WAIT_MS, isPlaySpeed, waitAt } from './play-speed'

test('a steady pace shows every step for as long, whatever time it took', () => {
  expect(waitAt('1', 0, 999_000)).toEqual(waitAt('1', 5, 6))
  expect(waitAt('2', 0, 1).ms * 2).toBe(waitAt('1', 0, 1).ms)
  expect(waitAt('0.5', 0, 1).ms).toBe(waitAt('1', 0, 1).ms * 2)
})

test('real time waits as long as it was, and says when it shortens', () => {
  expect(waitAt('real', 1_000, 3_500)).toEqual({ ms: 2_500 })
  expect(waitAt('real', 0, LONGEST_WAIT_MS)).toEqual({ ms: LONGEST_WAIT_MS })
  expect(waitAt('real', 0, 60_000)).toEqual({ ms: LONGEST_WAIT_MS, really: 60_000 })
})

test('only the offered speeds are any', () => {
  expect(['1', '3', '', 'real'].map(isPlaySpeed)).toEqual([true, false, false, true])
})

import { expect, test } from 'vitest'
import { AHEAD_MS, INITIAL_PACE, QUICK_STEP_MS, advancePace } from './speed'

const paceOf = (times: number[], elapsedMs = 1e9) =>
  times.reduce((pace, at) => advancePace(pace, { at, elapsedMs }), INITIAL_PACE)

const evenly = (count: number, ms: number) => Array.from({ length: count }, (_, index) => index * ms)

test('a prospect who reads is possible', () => {
  expect(paceOf(evenly(40, 1_500)).impossible).toBe(false)
})

test('seven steps within a second are impossible', () => {
  expect(paceOf(evenly(7, QUICK_STEP_MS - 1)).impossible).toBe(true)
  expect(paceOf(evenly(6, QUICK_STEP_MS - 1)).impossible).toBe(false)
  expect(paceOf(evenly(30, QUICK_STEP_MS)).impossible).toBe(false)
})

test('a pause begins the count anew', () => {
  expect(paceOf([0, 50, 100, 150, 2_000, 2_050, 2_100, 2_150, 2_200]).impossible).toBe(false)
})

test('what was impossible stays so', () => {
  expect(paceOf([...evenly(7, 10), 60_000, 120_000]).impossible).toBe(true)
})

test('a step that claims more time than has passed is impossible', () => {
  expect(paceOf([1_000, 60_000], 61_000).impossible).toBe(false)
  expect(paceOf([1_000, 61_000 + AHEAD_MS + 1], 61_000).impossible).toBe(true)
})

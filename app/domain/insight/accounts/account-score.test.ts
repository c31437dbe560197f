import { expect, test } from 'vitest'
import { accountScore, SCORE_PARTS } from './account-score'
import { calibrateScore } from './score-bands'

test('a score is the sum of its reasons, each with its count, and at most 100', () => {
  const { points, reasons } = accountScore({ people: 3, days: 2, demos: 1, finished: 1, asked: 0 })
  expect(points).toBe(15 + 10 + 5 + 10)
  expect(reasons.map(({ name, count, points: own }) => [name, count, own])).toEqual([
    ['people', 3, 15],
    ['days', 2, 10],
    ['demos', 1, 5],
    ['finished', 1, 10],
    ['asked', 0, 0],
  ])
  expect(accountScore({ people: 900, days: 90, demos: 90, finished: 90, asked: 9 }).points).toBe(100)
  expect(SCORE_PARTS.reduce((sum, { most }) => sum + most, 0)).toBe(100)
})

test('an account of which nothing is known has no points', () => {
  expect(accountScore({ people: 0, days: 0, demos: 0, finished: 0, asked: 0 }).points).toBe(0)
})

test('with few conversions nobody can tell whether the score foretells them', () => {
  const { verdict, bands } = calibrateScore([
    { from: 0, matured: 400, converted: 0 },
    { from: 75, matured: 12, converted: 9 },
  ])
  expect(verdict).toBe('too-few')
  expect(bands.map(({ from, to, conversion }) => [from, to, conversion.denominator])).toEqual([
    [0, 24, 400],
    [25, 49, 0],
    [50, 74, 0],
    [75, 100, 12],
  ])
  expect(calibrateScore([{ from: 0, matured: 29, converted: 20 }]).verdict).toBe('too-few')
})

test('the upper half is compared with the lower one by the interval of the difference', () => {
  const told = (upper: number, lower: number) =>
    calibrateScore([
      { from: 0, matured: 100, converted: lower },
      { from: 50, matured: 100, converted: upper },
    ]).verdict
  expect(told(40, 10)).toBe('more')
  expect(told(10, 40)).toBe('less')
  expect(told(22, 20)).toBe('cannot-tell')
})

test('without accounts in the upper half it cannot be told', () => {
  expect(calibrateScore([{ from: 0, matured: 100, converted: 30 }]).verdict).toBe('cannot-tell')
})

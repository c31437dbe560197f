import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../day'
import { judgeDay, type DayFigure, type DayHistory } from './usual-range'

/** A Monday, eight days after Europe left summer time and one after America did. */
const MONDAY = '2026-11-02'

const counted = (numerator: number): DayFigure => ({ numerator, denominator: null })

/** The day itself, and its weekday of the weeks before, the latest first. */
const counts = (today: number, ...before: number[]): DayHistory => ({
  kind: 'count',
  earliest: addDays(MONDAY, -7 * before.length),
  figures: new Map([today, ...before].map((count, week) => [addDays(MONDAY, -7 * week), counted(count)])),
})

const rates = (today: [number, number], ...before: [number, number][]): DayHistory => ({
  kind: 'rate',
  earliest: addDays(MONDAY, -7 * before.length),
  figures: new Map(
    [today, ...before].map(([numerator, denominator], week) => [
      addDays(MONDAY, -7 * week),
      { numerator, denominator },
    ]),
  ),
})

const WEEKS = [98, 102, 110, 95, 100, 105, 90, 100]

test('the range is that of the same weekdays, with the numbers that explain it', () => {
  // Median 100; absolute deviations 2, 2, 10, 5, 0, 5, 10, 0 with median 3.5: 1.4826 · 3.5 = 5.2, less than √100.
  const found = judgeDay(counts(70, ...WEEKS), MONDAY)
  expect(found).toMatchObject({
    verdict: 'inside',
    value: 70,
    usual: { median: 100, spread: 10, low: 65, high: 135 },
  })
  expect(found.baseline).toHaveLength(8)
  expect(found.baseline[0]).toEqual({ day: '2026-10-26', value: 98 })
  expect(judgeDay(counts(64, ...WEEKS), MONDAY).verdict).toBe('below')
  expect(judgeDay(counts(136, ...WEEKS), MONDAY).verdict).toBe('above')
})

test('a wide baseline allows a wide day', () => {
  // Median 100; absolute deviations 50, 50, 40, 40, 30, 30, 20, 20 with median 35.
  const { usual } = judgeDay(counts(100, 50, 150, 60, 140, 70, 130, 80, 120), MONDAY)
  expect(usual?.spread).toBeCloseTo(1.4826 * 35, 9)
  expect(usual?.low).toBe(0)
})

test('other weekdays are not looked at', () => {
  const { figures, ...rest } = counts(100, ...WEEKS)
  const noisy = new Map(figures)
  for (let back = 1; back < 56; back += 1) {
    if (back % 7 !== 0) noisy.set(addDays(MONDAY, -back), counted(5_000))
  }
  expect(judgeDay({ ...rest, figures: noisy }, MONDAY)).toEqual(judgeDay(counts(100, ...WEEKS), MONDAY))
})

test('one odd week moves nothing', () => {
  const quiet = judgeDay(counts(100, ...WEEKS), MONDAY).usual
  const odd = judgeDay(counts(100, 9_000, ...WEEKS.slice(1)), MONDAY).usual
  expect(odd?.high).toBeLessThan((quiet?.high ?? 0) + 15)
})

test('a day on which nothing was counted is a zero', () => {
  const { figures, ...rest } = counts(100, ...WEEKS)
  const without = new Map([...figures].filter(([day]) => day !== MONDAY))
  expect(judgeDay({ ...rest, figures: without }, MONDAY)).toMatchObject({ verdict: 'below', value: 0 })
})

test('weeks before the first count, and fewer than four, tell nothing', () => {
  expect(judgeDay(counts(100, 100, 100, 100), MONDAY)).toMatchObject({
    verdict: 'cannot-tell',
    why: 'few-days',
  })
  expect(judgeDay(counts(100, 100, 100, 100, 100), MONDAY)).toMatchObject({ verdict: 'inside' })
})

test('small counts jump by chance: nothing is told of them', () => {
  expect(judgeDay(counts(0, 3, 2, 4, 3, 1), MONDAY)).toMatchObject({
    verdict: 'cannot-tell',
    why: 'few-counted',
  })
  expect(judgeDay(counts(40, 3, 2, 4, 3, 1), MONDAY)).toMatchObject({ verdict: 'above' })
  expect(judgeDay(counts(0, 20, 22, 21, 20, 25), MONDAY)).toMatchObject({ verdict: 'below' })
})

test('a rate is judged by how many it is of', () => {
  const usual: [number, number][] = [
    [50, 100],
    [52, 100],
    [49, 100],
    [51, 100],
    [50, 100],
  ]
  expect(judgeDay(rates([10, 30], ...usual), MONDAY)).toMatchObject({ verdict: 'inside' })
  expect(judgeDay(rates([100, 300], ...usual), MONDAY)).toMatchObject({ verdict: 'below', value: 1 / 3 })
  expect(judgeDay(rates([1, 10], ...usual), MONDAY)).toMatchObject({
    verdict: 'cannot-tell',
    why: 'few-counted',
  })
  expect(judgeDay(rates([0, 0], ...usual), MONDAY)).toMatchObject({ value: null, why: 'few-counted' })
  expect(judgeDay(rates([50, 100], [1, 2], [0, 1], ...usual.slice(2)), MONDAY)).toMatchObject({
    why: 'few-days',
  })
})

test('a steady measure is inside, wherever its clocks change', () => {
  const anyDay = fc.integer({ min: 0, max: 800 }).map((count): Day => addDays('2025-01-01', count))
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 20, max: 5_000 }), (day, count) => {
      const figures = new Map(
        Array.from({ length: 57 }, (_, back): [Day, DayFigure] => [addDays(day, -back), counted(count)]),
      )
      const found = judgeDay({ kind: 'count', figures, earliest: addDays(day, -56) }, day)
      expect(found).toMatchObject({ verdict: 'inside', usual: { median: count } })
      expect(found.baseline).toHaveLength(8)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../day'
import { trendOf, trendSpan } from './trend'

const TODAY = '2026-10-25'
const EARLIEST = '2026-02-10'
const spanOf = (first: string | null, last: string, earliest: string | null = EARLIEST) =>
  trendSpan({ first, last }, { earliest, today: TODAY })

test('a hundred years come down to the days that can hold trials', () => {
  expect(spanOf('2000-01-01', '2099-12-31')).toEqual({ first: EARLIEST, last: TODAY, unit: 'week' })
  expect(spanOf(null, TODAY)).toEqual({ first: EARLIEST, last: TODAY, unit: 'week' })
  expect(spanOf('2026-10-01', '2026-10-20')).toEqual({ first: '2026-10-01', last: '2026-10-20', unit: 'day' })
})

test('a range before all trials or after today is one day of its own', () => {
  expect(spanOf('2000-01-01', '2010-12-31')).toEqual({ first: '2010-12-31', last: '2010-12-31', unit: 'day' })
  expect(spanOf('2030-01-01', '2099-12-31')).toEqual({ first: '2030-01-01', last: '2030-01-01', unit: 'day' })
  expect(spanOf(null, TODAY, null)).toEqual({ first: TODAY, last: TODAY, unit: 'day' })
})

test('steps are days for a quarter, weeks for two years, months beyond', () => {
  const unit = (days: number) => spanOf(addDays(TODAY, 1 - days), TODAY, '2000-01-01').unit
  expect([unit(1), unit(92), unit(93), unit(732), unit(733), unit(9_000)]).toEqual([
    ...['day', 'day', 'week', 'week', 'month', 'month'],
  ])
})

test('weeks begin on Monday, and the span cuts the first and the last', () => {
  const counts = new Map([
    ['2026-10-13', 5],
    ['2026-10-14', 1],
    ['2026-10-18', 2],
    ['2026-10-19', 4],
    ['2026-10-22', 8],
  ])
  expect(trendOf(counts, { first: '2026-10-14', last: '2026-10-21', unit: 'week' })).toEqual([
    { first: '2026-10-14', last: '2026-10-18', count: 3 },
    { first: '2026-10-19', last: '2026-10-21', count: 4 },
  ])
})

test('months have their own lengths', () => {
  expect(
    trendOf(new Map([['2024-02-29', 1]]), { first: '2024-01-31', last: '2024-03-01', unit: 'month' }),
  ).toEqual([
    { first: '2024-01-31', last: '2024-01-31', count: 0 },
    { first: '2024-02-01', last: '2024-02-29', count: 1 },
    { first: '2024-03-01', last: '2024-03-01', count: 0 },
  ])
})

test('any range at all has few steps, without gaps, and they hold every trial of its days', () => {
  const day = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays('2000-01-01', days))
  fc.assert(
    fc.property(day, day, day, fc.array(day, { maxLength: 30 }), (one, other, earliest, started) => {
      const [first = one, last = other] = [one, other].sort()
      const span = trendSpan({ first, last }, { earliest, today: TODAY })
      const counts = new Map(started.map((each) => [each, 1]))
      const steps = trendOf(counts, span)
      expect(steps.length).toBeLessThanOrEqual(1_200)
      expect([steps[0]?.first, steps.at(-1)?.last]).toEqual([span.first, span.last])
      steps.slice(1).forEach((step, index) => expect(step.first).toBe(addDays(steps[index]?.last ?? '', 1)))
      const within = [...counts.keys()].filter((each) => each >= span.first && each <= span.last)
      expect(steps.reduce((sum, { count }) => sum + count, 0)).toBe(within.length)
    }),
  )
})

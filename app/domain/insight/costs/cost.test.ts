import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../day'
import { listDays } from '../time-zone'
import { costInRange } from './cost'
import { costsApply, paidInRange } from './paid-in-range'

const OCTOBER = { value: 310, first: '2026-10-01', last: '2026-10-31' }

test.each([
  ['all of it', { first: '2026-10-01', last: '2026-10-31' }, 310],
  ['a range around it', { first: '2026-01-01', last: '2026-12-31' }, 310],
  ['no beginning', { first: null, last: '2026-10-10' }, 100],
  ['its first day', { first: '2026-09-01', last: '2026-10-01' }, 10],
  ['its last day', { first: '2026-10-31', last: '2026-11-30' }, 10],
  ['the day on which clocks go back', { first: '2026-10-25', last: '2026-10-25' }, 10],
  ['the day before it', { first: '2026-09-30', last: '2026-09-30' }, 0],
  ['the day after it', { first: '2026-11-01', last: '2026-11-01' }, 0],
])('of a cost of 31 days, %s takes its share', (_name, range, expected) => {
  expect(costInRange(OCTOBER, range)).toBeCloseTo(expected, 9)
})

const days = fc.integer({ min: 0, max: 800 })
const dayAt = (number: number) => addDays('2025-01-01', number)
const anyCost = fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), days, days).map(([value, one, other]) => ({
  ...{ value, first: dayAt(Math.min(one, other)), last: dayAt(Math.max(one, other)) },
}))

test('ranges that divide the days divide the cost, wherever they are cut', () => {
  fc.assert(
    fc.property(anyCost, fc.array(days, { maxLength: 6 }), (cost, cuts) => {
      const ends = [...new Set([...cuts, 800])].sort((a, b) => a - b)
      const parts = ends.map((end, index) => {
        const before = ends[index - 1]
        return costInRange(cost, { first: before === undefined ? null : dayAt(before + 1), last: dayAt(end) })
      })
      expect(parts.every((part) => part >= 0 && part <= cost.value)).toBe(true)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(cost.value, 6)
    }),
  )
})

test('a range takes as much as its days take one by one', () => {
  fc.assert(
    fc.property(anyCost, days, fc.integer({ min: 0, max: 60 }), (cost, from, length) => {
      const [first, last] = [dayAt(from), dayAt(from + length)]
      const each = listDays(first, last).map((day) => costInRange(cost, { first: day, last: day }))
      expect(costInRange(cost, { first, last })).toBeCloseTo(
        each.reduce((sum, part) => sum + part, 0),
        6,
      )
    }),
  )
})

const NO_FILTER = { flagged: false, simulated: true }
const paid = (filter: Parameters<typeof costsApply>[0]) =>
  paidInRange(
    [['paid'], ['paid', 'fair'], ['paid', 'fair', 'autumn'], ['email']].map((path) => ({
      ...{ ...OCTOBER, path, currency: 'EUR' },
    })),
    { first: '2026-10-01', last: '2026-10-10' },
    filter,
  ).map(({ path, value }) => [path.join('/'), value])

test('costs pass the filter by what they were paid for', () => {
  expect(paid(NO_FILTER)).toHaveLength(4)
  expect(paid({ ...NO_FILTER, channel: 'paid' })).toEqual([
    ['paid', 100],
    ['paid/fair', 100],
    ['paid/fair/autumn', 100],
  ])
  expect(paid({ ...NO_FILTER, source: 'fair' })).toEqual([
    ['paid/fair', 100],
    ['paid/fair/autumn', 100],
  ])
  expect(paid({ ...NO_FILTER, campaign: 'autumn' })).toEqual([['paid/fair/autumn', 100]])
  expect(paid({ ...NO_FILTER, without: ['source'] })).toEqual([])
})

test('costs say nothing of trials that are filtered by anything else', () => {
  expect(costsApply({ ...NO_FILTER, channel: 'paid', source: 'fair', without: ['campaign'] })).toBe(true)
  expect(costsApply({ ...NO_FILTER, plan: 'free' })).toBe(false)
  expect(costsApply({ ...NO_FILTER, visitors: 'new' })).toBe(false)
  expect(costsApply({ ...NO_FILTER, without: ['account'] })).toBe(false)
})

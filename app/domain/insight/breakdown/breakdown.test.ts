import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { DAY_MS } from '../../day'
import { difference } from '../difference'
import { rateEstimate } from '../estimate'
import { measureClock, type MeasuredTrial } from '../measured-trial'
import { isInSet } from '../set-membership'
import { wilsonInterval } from '../wilson'
import { breakdown } from './breakdown'
import { BREAKDOWN_COLUMNS, type BreakdownTerms } from './breakdown-terms'
import { DIMENSIONS, valueOn, type Dimension } from './dimensions'
import { BREAKDOWN_MEASURES, type BreakdownMeasure } from './measures'

const clock = measureClock(TEST_NOW, 30)
const [sample] =
  fc.sample(arbitraryTrials(1), { numRuns: 20, seed: 1 }).find((rows) => rows.length === 1) ?? []
if (!sample) throw new Error('No sample trial.')
const plain: MeasuredTrial = {
  ...sample,
  ...{
    flags: [],
    conversions: [],
    asks: [],
    outcome: null,
    touch: null,
    restartedFrom: null,
    entry: 'start' as const,
  },
}

const many = (count: number, make: (index: number) => Partial<MeasuredTrial>): MeasuredTrial[] =>
  Array.from({ length: count }, (_, index) => ({ ...plain, id: `${index}`, ...make(index) }))

const ORDER = { column: 'value', descending: true } as const
const by = (
  measure: BreakdownMeasure,
  ...dimensions: [Dimension] | [Dimension, Dimension]
): BreakdownTerms => ({
  ...{ measure, by: dimensions, order: ORDER },
})

test('a rate by channel has its numbers, its interval, and its difference from all other channels', () => {
  const finished = (share: number) => (index: number) =>
    ({ outcome: index < share ? 'success' : null }) as const
  const rows = [
    ...many(40, (index) => ({ channel: 'email', ...finished(30)(index) })),
    ...many(60, (index) => ({ channel: 'paid', ...finished(15)(index) })),
    ...many(5, () => ({ channel: 'search' })),
  ]
  const found = breakdown(rows, by('completion', 'channel'), clock)
  expect(
    found.rows.map(({ keys, numerator, denominator, enough }) => [...keys, numerator, denominator, enough]),
  ).toEqual([
    ['email', 30, 40, true],
    ['paid', 15, 60, true],
    ['search', 0, 5, false],
  ])
  expect(found.rows[0]).toMatchObject({ trials: 40, estimate: { value: 0.75, ...wilsonInterval(30, 40) } })
  expect(found.rows[0]?.fromRest).toEqual(difference(rateEstimate(30, 40), rateEstimate(15, 65)))
  expect(found.all).toMatchObject({ numerator: 45, denominator: 105 })
})

test('by two dimensions each pair of values has its row, and trials without a value have theirs', () => {
  const rows = [
    ...many(3, () => ({ plan: 'free', touch: { term: 'erp' } })),
    ...many(2, () => ({ plan: 'premium', touch: { term: 'erp' } })),
    ...many(1, () => ({ plan: 'free' })),
  ]
  const found = breakdown(rows, by('trials', 'plan', 'keyword'), clock)
  expect(found.rows.map(({ keys, numerator, denominator }) => [...keys, numerator, denominator])).toEqual([
    ['free', 'erp', 3, 6],
    ['premium', 'erp', 2, 6],
    ['free', null, 1, 6],
  ])
})

test('each measure is that of the boards', () => {
  const rows = many(4, (index) => ({
    startedAt: new Date(TEST_NOW.getTime() - 40 * DAY_MS),
    conversions: index === 0 ? [{ goal: 'purchase', at: new Date(TEST_NOW.getTime() - 39 * DAY_MS) }] : [],
    asks: index < 2 ? [{ goal: 'quote', at: new Date(TEST_NOW.getTime() - 39 * DAY_MS) }] : [],
    stars: [5, 4, null, 3][index] ?? null,
    activeMs: [1_000, 2_000, 4_000, 9_000][index] ?? 0,
    score: [null, 50, 70, 100][index] ?? null,
    tasks: { order: index < 3 ? 5 : null, pay: index < 1 ? 9 : null },
    steps: 10,
    detours: [0, 2, null, 4][index] ?? null,
  }))
  const figure = (measure: BreakdownMeasure) => {
    const { estimate, numerator, denominator } = breakdown(rows, by(measure, 'demo'), clock).all
    return [estimate.value, numerator, denominator]
  }
  expect(figure('converted')).toEqual([0.25, 1, 4])
  expect(figure('asked')).toEqual([0.5, 2, 4])
  expect(figure('rating')).toEqual([4, 12, 3])
  expect(figure('active')).toEqual([3_000, null, 4])
  expect(figure('score')).toEqual([70, null, 3])
  expect(figure('tasks')).toEqual([0.5, 4, 8])
  expect(figure('detours')).toEqual([0.2, 6, 30])
  expect(figure('trials')).toEqual([1, 4, 4])
})

test('how a trial began: in place of another, in a frame, by a shared link or freely', () => {
  const began = (changes: Partial<MeasuredTrial>) =>
    valueOn('beginning', { ...plain, channel: 'email', ...changes })
  expect(began({ restartedFrom: 'an earlier one', touch: { share: 'k4' } })).toBe('restarted')
  expect(began({ touch: { embedHost: 'partner.example', share: 'k4' } })).toBe('embed')
  expect(began({ touch: { share: 'k4' } })).toBe('shared-link')
  expect(began({ touch: { source: 'newsletter' } })).toBe('fresh')
  expect(began({ channel: 'direct' })).toBe('fresh')
  expect(began({ channel: 'unknown' })).toBeNull()
})

test('ties are in order of their keys, revisions by number, and rows without a figure come last either way', () => {
  const rows = many(6, (index) => ({
    revisionNumber: [10, 9, 2, 10, 9, 2][index] ?? 0,
    stars: index === 2 || index === 5 ? null : 4,
  }))
  const keys = (column: BreakdownTerms['order']['column'], descending: boolean) =>
    breakdown(rows, { ...by('rating', 'revision'), order: { column, descending } }, clock).rows.flatMap(
      (row) => row.keys,
    )
  expect(keys('value', true)).toEqual([9, 10, 2])
  expect(keys('value', false)).toEqual([9, 10, 2])
  expect(keys('trials', true)).toEqual([2, 9, 10])
  expect(keys('key', true)).toEqual([10, 9, 2])
})

test('one row alone has no rest to differ from', () => {
  expect(
    breakdown(
      many(3, () => ({})),
      by('asked', 'plan'),
      clock,
    ).rows[0]?.fromRest,
  ).toBeNull()
  expect(breakdown([], by('asked', 'plan'), clock)).toMatchObject({ rows: [], all: { denominator: 0 } })
})

const anyDimension = fc.constantFrom(...DIMENSIONS)
const anyTerms = fc
  .record({
    measure: fc.constantFrom(...BREAKDOWN_MEASURES),
    one: anyDimension,
    other: fc.option(anyDimension),
    column: fc.constantFrom(...BREAKDOWN_COLUMNS),
    descending: fc.boolean(),
  })
  .map(({ measure, one, other, column, descending }): BreakdownTerms => ({
    ...{ measure, by: other ? [one, other] : [one], order: { column, descending } },
  }))

test('rows divide the trials without loss, whatever the measure, and their numbers sum to those of all', () => {
  fc.assert(
    fc.property(arbitraryTrials(25), anyTerms, (rows, terms) => {
      const found = breakdown(rows, terms, clock)
      const sum = (figure: (row: (typeof found.rows)[number]) => number) =>
        found.rows.reduce((total, row) => total + figure(row), 0)
      expect(sum((row) => row.trials)).toBe(rows.length)
      if (rows.length === 0) return
      expect(sum((row) => row.numerator ?? 0)).toBe(found.all.numerator ?? 0)
      if (terms.measure !== 'trials') expect(sum((row) => row.denominator)).toBe(found.all.denominator)
      for (const { estimate } of found.rows) {
        if (estimate.value === null) continue
        expect(estimate.low).toBeLessThanOrEqual(estimate.value)
        expect(estimate.high).toBeGreaterThanOrEqual(estimate.value)
      }
    }),
  )
})

test('a row counts the trials of the boards’ own sets', () => {
  fc.assert(
    fc.property(arbitraryTrials(25), anyDimension, (rows, dimension) => {
      for (const { keys, numerator, denominator } of breakdown(rows, by('converted', dimension), clock)
        .rows) {
        const own = rows.filter((row) => valueOn(dimension, row) === keys[0])
        const size = (name: 'converted' | 'matured') =>
          own.filter((row) => isInSet({ name }, row, clock)).length
        expect([numerator, denominator]).toEqual([size('converted'), size('matured')])
      }
    }),
  )
})

test('the order in which trials are given changes nothing but sums of decimals', () => {
  fc.assert(
    fc.property(arbitraryTrials(25), anyTerms, (rows, terms) => {
      const keysOf = (given: readonly MeasuredTrial[]) =>
        breakdown(given, terms, clock).rows.map(({ keys, trials, numerator }) => [keys, trials, numerator])
      if (terms.order.column === 'difference') return
      expect(keysOf([...rows].reverse())).toEqual(keysOf(rows))
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { boardScope } from './board-scope'
import { conversionMeasure, tallyConversion } from './conversion'
import type { ConversionTerms } from './conversion-terms'
import { CONVERSION_UNITS, GOALS } from './conversion-terms'
import { unitsInScope } from './conversion-units'
import type { MeasuredTrial } from './measured-trial'
import { DAY_MS } from '../day'
import { measureClock } from './measured-trial'

const clock = measureClock(TEST_NOW, 30)
const everyone = boardScope({
  filter: { flagged: false, simulated: true },
  range: { from: null, until: null },
  clock,
  timeZone: 'UTC',
})
const daysAgo = (days: number) => new Date(TEST_NOW.getTime() - days * DAY_MS)

const [sample] =
  fc.sample(arbitraryTrials(1), { numRuns: 20, seed: 1 }).find((rows) => rows.length === 1) ?? []
if (!sample) throw new Error('No sample trial.')
const plain: MeasuredTrial = { ...sample, flags: [], conversions: [], asks: [], account: null }

const trial = (id: string, days: number, changes: Partial<MeasuredTrial> = {}): MeasuredTrial => ({
  ...plain,
  ...{ id, visitorId: `visitor of ${id}`, startedAt: daysAgo(days) },
  ...changes,
})

const bought = (days: number) => [{ goal: 'purchase' as const, at: daysAgo(days) }]

const measure = (rows: readonly MeasuredTrial[], terms: ConversionTerms = { unit: 'trial' }) => {
  const units = unitsInScope(rows, everyone, terms)
  return conversionMeasure(terms, tallyConversion(units, clock), clock)
}

const many = (count: number, make: (index: number) => MeasuredTrial): MeasuredTrial[] =>
  Array.from({ length: count }, (_, index) => make(index))

test('young trials that converted do not raise the rate of those that are matured', () => {
  const old = many(32, (n) => trial(`old ${n}`, 40, n < 2 ? { conversions: bought(39) } : {}))
  const young = many(8, (n) => trial(`young ${n}`, 3, { conversions: bought(2) }))
  const { rate, counts, headline } = measure([...old, ...young])
  expect(rate).toMatchObject({ numerator: 2, denominator: 32, share: 2 / 32, enough: true })
  expect(counts).toMatchObject({ all: 40, matured: 32, converted: 2, early: 8, open: 0 })
  expect(headline).toMatchObject({ by: 'rate' })
})

test('while few have matured the headline is the curve’s, up to the last day that anybody was followed', () => {
  const young = many(40, (n) => trial(`young ${n}`, 5, n < 4 ? { conversions: bought(3) } : {}))
  const { headline, curve } = measure(young)
  expect(headline).toMatchObject({ by: 'curve', at: { day: 5, share: expect.closeTo(0.1, 10) } })
  expect(curve).toMatchObject({ whole: false, units: 40 })
  const { headline: later } = measure([...young, trial('old', 31)])
  expect(later).toMatchObject({ by: 'curve', at: { day: 30 } })
})

test('few units of whatever age tell nothing', () => {
  expect(measure(many(29, (n) => trial(`${n}`, 20))).headline).toBeNull()
  expect(measure([]).headline).toBeNull()
})

test('a visitor’s age counts from the first unflagged trial, and any of the trials may have led to the goal', () => {
  const of = { visitorId: 'ann' }
  const rows = [
    trial('flagged', 60, { ...of, flags: ['internal'] }),
    trial('first', 20, of),
    trial('second', 4, { ...of, conversions: bought(3) }),
  ]
  const [unit, ...more] = unitsInScope(rows, everyone, { unit: 'visitor' })
  expect(more).toEqual([])
  expect(unit).toMatchObject({ first: { id: 'first' }, convertedAt: daysAgo(3) })
  expect(measure(rows, { unit: 'visitor' }).counts).toMatchObject({ all: 1, matured: 0, early: 1 })
  expect(measure(rows, { unit: 'trial' }).counts).toMatchObject({ all: 2, open: 1, early: 1 })
})

test('an old visitor who comes again in the range begins no unit there', () => {
  const rows = [trial('old', 60, { visitorId: 'ann' }), trial('new', 2, { visitorId: 'ann' })]
  const lately = { ...everyone, range: { from: daysAgo(7), until: null } }
  expect(unitsInScope(rows, lately, { unit: 'visitor' })).toEqual([])
  expect(unitsInScope(rows, lately, { unit: 'trial' })).toHaveLength(1)
})

test('colleagues are one account, those without an account none', () => {
  const rows = [
    trial('ann', 40, { account: 'a' }),
    trial('bob', 10, { account: 'a', conversions: bought(9) }),
    trial('stranger', 40),
  ]
  const { counts } = measure(rows, { unit: 'account' })
  expect(counts).toMatchObject({ all: 1, matured: 1, converted: 0 })
})

test('by goal, the other goals count for nothing', () => {
  const rows = [trial('one', 40, { conversions: bought(39), asks: [{ goal: 'quote', at: daysAgo(39) }] })]
  expect(measure(rows, { unit: 'trial', goal: 'purchase' }).counts).toMatchObject({ converted: 1, asked: 0 })
  expect(measure(rows, { unit: 'trial', goal: 'quote' }).counts).toMatchObject({ converted: 0, asked: 1 })
})

test('every unit is matured, early or open, by every unit and goal', () => {
  const terms = fc.record({
    unit: fc.constantFrom(...CONVERSION_UNITS),
    goal: fc.constantFrom(undefined, ...GOALS),
  })
  fc.assert(
    fc.property(arbitraryTrials(40), terms, (rows, asked) => {
      const { counts, units, curve } = measure(rows, asked)
      expect(counts.matured + counts.early + counts.open).toBe(units)
      expect(counts.converted).toBeLessThanOrEqual(counts.matured)
      for (const { low, share, high } of curve.points) {
        expect(low).toBeLessThanOrEqual(share + 1e-9)
        expect(high).toBeGreaterThanOrEqual(share - 1e-9)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
      }
    }),
  )
})

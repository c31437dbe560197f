import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS } from '../../day'
import { rateEstimate } from '../estimate'
import { falseAlarmShare, measureImpact } from './impact-measures'
import { impactWindows, rolledBackTo } from './impact-windows'
import { mixChange } from './mix-change'

const day = (number: number) => new Date(number * DAY_MS)
const REVISIONS = [
  { number: 1, at: day(100), contentHash: 'a' },
  { number: 2, at: day(140), contentHash: 'b' },
  { number: 3, at: day(145), contentHash: 'a' },
]
const NOW = day(148)
const of = (number: number, days = 28) => impactWindows(REVISIONS, number, { days, now: NOW })

test('both sides have the same length, however long either revision was live', () => {
  expect(of(2)).toEqual({
    before: { revision: 1, from: day(135), until: day(140) },
    after: { revision: 2, from: day(140), until: day(145) },
    ...{ lengthMs: 5 * DAY_MS, limit: 'next', canGrow: false },
  })
  expect(of(3)).toMatchObject({ lengthMs: 3 * DAY_MS, limit: 'now', canGrow: true })
  expect(of(2, 4)).toMatchObject({ lengthMs: 4 * DAY_MS, limit: 'asked', canGrow: false })
  expect(impactWindows(REVISIONS, 3, { days: 28, now: day(190) })).toMatchObject({
    ...{ lengthMs: 5 * DAY_MS, limit: 'previous', canGrow: false },
  })
})

test('nothing was before the first revision, nor of one that is unknown', () => {
  expect([of(1), of(9)]).toEqual([null, null])
})

test('a revision that holds an earlier one again went back to it', () => {
  expect([1, 2, 3].map((number) => rolledBackTo(REVISIONS, number))).toEqual([null, null, 1])
  const same = [...REVISIONS, { number: 4, at: day(147), contentHash: 'a' }]
  expect(rolledBackTo(same, 4)).toBe(1)
  const unchanged = [1, 2].map((number) => ({ number, at: day(number), contentHash: 'a' }))
  expect(rolledBackTo(unchanged, 2)).toBeNull()
})

test('the two stretches never overlap and stay in the life of their revisions', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 60 * DAY_MS }), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 60 }), (lengths, days) => {
      let at = 0
      const revisions = lengths.map((ms, index) => ({
        ...{ number: index + 1, contentHash: '' },
        at: new Date((at += ms)),
      }))
      const now = new Date(at + DAY_MS)
      for (const [index, { number }] of revisions.entries()) {
        const windows = impactWindows(revisions, number, { days, now })
        if (!windows) continue
        const { before, after, lengthMs } = windows
        expect(before.until).toEqual(after.from)
        expect(before.from.getTime()).toBeGreaterThanOrEqual(revisions[index - 1]?.at.getTime() ?? 0)
        expect(after.until.getTime()).toBeLessThanOrEqual((revisions[index + 1]?.at ?? now).getTime())
        expect(lengthMs).toBeLessThanOrEqual(days * DAY_MS)
      }
    }),
  )
})

const cell = (numerator: number, denominator: number) => ({
  estimate: rateEstimate(numerator, denominator),
  ...{ numerator, denominator },
})

test('fewer detours are better, a higher completion is', () => {
  const [low, high] = [cell(20, 200), cell(120, 200)]
  expect(measureImpact('completion', low, high).verdict.verdict).toBe('better')
  expect(measureImpact('detours', low, high).verdict.verdict).toBe('worse')
  expect(measureImpact('completion', cell(60, 120), cell(63, 120)).verdict).toMatchObject({
    ...{ verdict: 'cannot-tell', why: 'no-clear-difference' },
  })
})

test('with six measures chance alone shows a difference in a quarter of all looks', () => {
  expect(falseAlarmShare(6)).toBeCloseTo(0.2649, 4)
  expect(falseAlarmShare(1)).toBeCloseTo(0.05)
})

const counts = (parts: Record<string, number>) => new Map(Object.entries(parts))

test('a channel that doubles is named; of two channels the statistic is n(ad − bc)² over the product of the sums', () => {
  expect(mixChange(counts({ a: 60, b: 25 }), counts({ a: 15, b: 35 })).most).toMatchObject({ key: 'a' })
  expect(mixChange(counts({ a: 48, b: 20 }), counts({ a: 12, b: 28 })).p).toBeCloseTo(4.1456e-5, 8)
})

test('the same mix, or one of too few trials, has not changed', () => {
  expect(mixChange(counts({ a: 50, b: 50 }), counts({ a: 50, b: 50 }))).toEqual({ p: 1, most: null })
  expect(mixChange(counts({ a: 2, b: 3 }), counts({ c: 4 }))).toEqual({ p: 1, most: null })
  expect(mixChange(counts({}), counts({}))).toEqual({ p: 1, most: null })
})

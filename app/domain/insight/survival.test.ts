import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { followUp } from './follow-up'
import type { UnitRow } from './conversion-units'
import { conversionCurve } from './survival'
import { DAY_MS } from '../day'
import { measureClock } from './measured-trial'
import type { MeasuredTrial } from './measured-trial'

const [sample] =
  fc.sample(arbitraryTrials(1), { numRuns: 20, seed: 1 }).find((rows) => rows.length === 1) ?? []

/** Followed for so many days, until now or until a conversion. */
const unit = (days: number, converted: boolean, sinceDays = 200): UnitRow => {
  const startedAt = new Date(TEST_NOW.getTime() - (converted ? sinceDays : days) * DAY_MS)
  const convertedAt = converted ? new Date(startedAt.getTime() + days * DAY_MS) : null
  return { first: { ...sample, startedAt } as MeasuredTrial, convertedAt, asked: false, amounts: [] }
}

const curveOf = (units: readonly UnitRow[], windowDays: number) => {
  const clock = measureClock(TEST_NOW, windowDays)
  return conversionCurve(followUp(units, clock), clock.conversionWindowMs)
}

/** Remission of 21 patients on 6-MP, in weeks (E. J. Freireich and others, Blood 21, 1963); the textbook example. */
const RELAPSED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
const CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]

test('the curve is the textbook’s, with its log-log band', () => {
  const units = [...RELAPSED.map((days) => unit(days, true)), ...CENSORED.map((days) => unit(days, false))]
  const { points, whole } = curveOf(units, 35)
  const at = (day: number) => points.find((point) => point.day === day)
  expect(whole).toBe(true)
  for (const [day, open] of [
    [5, 1],
    [6, 0.857],
    [7, 0.807],
    [10, 0.753],
    [13, 0.69],
    [16, 0.627],
    [22, 0.538],
    [23, 0.448],
    [35, 0.448],
  ] as const) {
    expect(1 - (at(day)?.share ?? 0)).toBeCloseTo(open, 3)
  }
  // As R's survfit(conf.type = "log-log") gives it: 0.620 to 0.952 at 6, 0.188 to 0.680 at 23.
  expect(1 - (at(6)?.high ?? 0)).toBeCloseTo(0.62, 3)
  expect(1 - (at(6)?.low ?? 0)).toBeCloseTo(0.952, 3)
  expect(1 - (at(23)?.high ?? 0)).toBeCloseTo(0.188, 3)
  expect(1 - (at(23)?.low ?? 0)).toBeCloseTo(0.68, 3)
  expect(at(6)).toMatchObject({ conversions: 3, followed: 21 })
  expect(at(7)).toMatchObject({ conversions: 4, followed: 17 })
})

test('where everybody was followed to the end the curve ends at the plain share', () => {
  const units = Array.from({ length: 40 }, (_, index) => unit(index < 10 ? index : 90, index < 10))
  expect(curveOf(units, 30).points.at(-1)).toMatchObject({ day: 30, share: expect.closeTo(0.25, 10) })
})

test('the curve ends where nobody was followed any longer, and says so', () => {
  const { points, whole } = curveOf([unit(2, true, 9), unit(4.5, false)], 30)
  expect(whole).toBe(false)
  expect(points.map(({ day }) => day)).toEqual([0, 1, 2, 3, 4, 5])
})

test('before the first conversion, and once all have converted, the band is that of those followed', () => {
  const none = curveOf(
    Array.from({ length: 30 }, () => unit(40, false)),
    30,
  ).points.at(-1)
  expect(none).toMatchObject({ share: 0, low: 0, high: expect.closeTo(0.1135, 3) })
  const all = curveOf([unit(1, true), unit(2, true)], 30).points.at(-1)
  expect(all).toMatchObject({ share: 1, high: 1 })
})

test('a window includes its last instant', () => {
  const late = (days: number) => curveOf([unit(days, true), unit(60, false)], 30).points.at(-1)?.share
  expect(late(30)).toBe(0.5)
  expect(late(30 + 1 / DAY_MS)).toBe(0)
})

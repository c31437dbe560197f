import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rateEstimate } from '../estimate'
import { difference } from '../difference'
import { falseAlarms } from './early-stop'
import { judgeSplit } from './judge-split'
import { sideOf } from './side-of'
import { leastToTell, plannedEach, plannedInAll } from './split-plan'
import { tallySplit } from './split-tally'

const DAY = 86_400_000
const plan = { measure: 'finished', variantShare: 0.5, followUpDays: 7, baseline: 0.4, least: 0.1 } as const

test('the variant takes the share of the line that it was given', () => {
  const places = Array.from({ length: 1_000 }, (_, index) => index / 1_000)
  expect(places.filter((place) => sideOf(place, 0.2) === 'variant')).toHaveLength(200)
  expect(sideOf(0, 0)).toBe('control')
  expect(sideOf(0.999_999, 1)).toBe('variant')
})

test('a larger share of the variant moves nobody from the variant to the control', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(share, share, share, (place, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)]
      return sideOf(place, less) === 'control' || sideOf(place, more) === 'variant'
    }),
  )
})

test('the planned number is that of the harder of both directions', () => {
  // Fleiss 1981, 3.2, without correction for continuity: 0.4 against 0.5 and against 0.3.
  expect(plannedEach({ baseline: 0.4, least: 0.1 })).toBe(388)
  expect(plannedEach({ baseline: 0.05, least: 0.1 })).toBe(141)
})

test('an uneven split needs more visitors in all, until its smaller side is large enough', () => {
  expect(plannedInAll(plan)).toBe(2 * plannedEach(plan))
  expect(plannedInAll({ ...plan, variantShare: 0.1 })).toBe(10 * plannedEach(plan))
})

test('what so many visitors can tell needs so many visitors', () => {
  const rate = fc.double({ min: 0.01, max: 0.99, noNaN: true })
  fc.assert(
    fc.property(rate, fc.integer({ min: 30, max: 100_000 }), (baseline, each) => {
      const least = leastToTell(baseline, each)
      if (least === null) return
      const direction = baseline <= 0.5 ? 1 : -1
      const needed = plannedEachOneWay(baseline, baseline + direction * least)
      expect(needed).toBeLessThanOrEqual(each)
    }),
  )
  expect(leastToTell(0.4, 0)).toBeNull()
})

function plannedEachOneWay(baseline: number, rate: number): number {
  // A difference that reaches past 0 or 1 the other way is planned for one direction alone.
  return Math.min(
    plannedEach({ baseline, least: Math.abs(rate - baseline) }),
    plannedEach({ baseline: rate, least: Math.abs(rate - baseline) }),
  )
}

test('looking again and again raises false alarms as the published table says', () => {
  expect(falseAlarms(1)).toBe(0.05)
  expect(falseAlarms(5)).toBe(0.142)
  expect(falseAlarms(7)).toBe(0.193)
  expect(falseAlarms(1_000)).toBe(0.374)
})

test('only visitors who were followed long enough have a rate; younger ones are early or still open', () => {
  const shown = (visitor: string, side: 'control' | 'variant', day: number) => ({
    visitor,
    side,
    atMs: day * DAY,
  })
  const tally = tallySplit(
    [shown('a', 'control', 0), shown('b', 'control', 0), shown('c', 'control', 9), shown('d', 'control', 9)],
    [
      { visitor: 'a', atMs: 7 * DAY },
      { visitor: 'b', atMs: 7 * DAY + 1 },
      { visitor: 'c', atMs: 9 * DAY },
      { visitor: 'd', atMs: 8 * DAY },
    ],
    { nowMs: 10 * DAY, followUpMs: 7 * DAY },
  )
  expect(tally.control).toEqual({ shown: 4, followed: 2, reached: 1, early: 1, open: 1 })
  expect(tally.variant).toEqual({ shown: 0, followed: 0, reached: 0, early: 0, open: 0 })
})

const side = fc
  .record({ shown: fc.nat(5_000), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ shown, share }) => ({
    shown,
    followed: shown,
    reached: Math.round(shown * share),
    early: 0,
    open: 0,
  }))

test('a verdict is one of the variant against the control', () => {
  fc.assert(
    fc.property(side, side, (control, variant) => {
      const { verdict, followedEach } = judgeSplit(plan, { control, variant })
      const rates = [variant, control].map((one) => rateEstimate(one.reached, one.followed)) as [
        ReturnType<typeof rateEstimate>,
        ReturnType<typeof rateEstimate>,
      ]
      expect(verdict.difference).toEqual(difference(...rates))
      if (verdict.verdict === 'better') expect(verdict.difference.low).toBeGreaterThan(0)
      if (verdict.verdict === 'worse') expect(verdict.difference.high).toBeLessThan(0)
      if (followedEach < 30) expect(verdict.verdict).toBe('cannot-tell')
    }),
  )
})

test('a split is complete when its smaller side has the planned number of followed visitors', () => {
  const of = (followed: number) => ({ shown: followed, followed, reached: 100, early: 0, open: 0 })
  expect(judgeSplit(plan, { control: of(388), variant: of(387) }).isComplete).toBe(false)
  expect(judgeSplit(plan, { control: of(388), variant: of(388) }).isComplete).toBe(true)
})

test('sides that were not divided as planned are named before any difference', () => {
  const of = (shown: number) => ({ shown, followed: shown, reached: 100, early: 0, open: 0 })
  expect(judgeSplit(plan, { control: of(1_000), variant: of(700) }).ratio.verdict).toBe('mismatch')
  expect(judgeSplit(plan, { control: of(1_000), variant: of(990) }).ratio.verdict).toBe('as-planned')
})

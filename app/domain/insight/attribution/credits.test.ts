import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS } from '../../day'
import type { ChannelPlace } from './channel-place'
import { LOOK_BACK_MS, creditConversion, type AttributedConversion } from './credits'
import { sumCredits } from './credit-sums'
import { ATTRIBUTION_MODELS, HALF_LIFE_MS, type AttributionModel } from './models'
import type { Touch } from './touch'

const AT = new Date('2026-06-30T12:00:00Z')
const PURCHASE: AttributedConversion = { goal: 'purchase', at: AT, value: null, currency: null }

type Arrival = Touch & ChannelPlace

/** A touch so many days before the conversion. */
const touch = (channel: string, days: number, id = `${channel} ${days}`): Arrival => ({
  ...{ id, channel, source: null, campaign: null, at: new Date(AT.getTime() - days * DAY_MS) },
})

const creditsOf = (model: AttributionModel, touches: readonly Arrival[], lookBackMs = LOOK_BACK_MS) =>
  creditConversion(PURCHASE, touches, { model, lookBackMs })

const sharesOf = (model: AttributionModel, touches: readonly Arrival[]) =>
  creditsOf(model, touches).map(({ touch: of, share }) => [of?.channel, share])

/** Found by search, came back by a newsletter and an advertisement, then typed the address. */
const JOURNEY = [touch('search', 30), touch('email', 20), touch('paid', 7), touch('direct', 0)]

test('each model shares the same journey in its own way', () => {
  expect(sharesOf('last', JOURNEY)).toEqual([['direct', 1]])
  expect(sharesOf('first', JOURNEY)).toEqual([['search', 1]])
  expect(sharesOf('last-non-direct', JOURNEY)).toEqual([['paid', 1]])
  expect(sharesOf('linear', JOURNEY)).toEqual([
    ['search', 0.25],
    ['email', 0.25],
    ['paid', 0.25],
    ['direct', 0.25],
  ])
  expect(sharesOf('position', JOURNEY)).toEqual([
    ['search', expect.closeTo(0.4, 8)],
    ['email', expect.closeTo(0.1, 8)],
    ['paid', expect.closeTo(0.1, 8)],
    ['direct', expect.closeTo(0.4, 8)],
  ])
})

test('by position one touch has all, two have half each', () => {
  expect(sharesOf('position', [touch('email', 1)])).toEqual([['email', 1]])
  expect(sharesOf('position', [touch('email', 2), touch('paid', 1)])).toEqual([
    ['email', 0.5],
    ['paid', 0.5],
  ])
})

test('a touch that is one half-life older weighs half as much', () => {
  const halfLife = HALF_LIFE_MS / DAY_MS
  const shares = sharesOf('time-decay', [touch('old', 2 * halfLife), touch('mid', halfLife), touch('new', 0)])
  expect(shares).toEqual([
    ['old', expect.closeTo(1 / 7, 8)],
    ['mid', expect.closeTo(2 / 7, 8)],
    ['new', expect.closeTo(4 / 7, 8)],
  ])
})

test('a visitor who only ever came directly is credited to direct', () => {
  expect(sharesOf('last-non-direct', [touch('direct', 3), touch('direct', 1)])).toEqual([['direct', 1]])
})

test.each(ATTRIBUTION_MODELS)('without a touch the credit is unknown: %s', (model) => {
  const credits = creditsOf(model, [])
  expect(credits).toEqual([{ touch: null, share: 1, conversion: PURCHASE }])
  expect(sumCredits(credits)).toEqual([
    {
      place: { channel: 'unknown', source: null, campaign: null },
      ...{ conversions: 1, amounts: [], withoutValue: 1 },
    },
  ])
})

test('the window includes both of its ends, and nothing after the conversion counts', () => {
  const lookBack = 10 * DAY_MS
  const millisecond = 1 / DAY_MS
  expect(creditsOf('first', [touch('email', 10)], lookBack)[0]?.touch?.channel).toBe('email')
  expect(creditsOf('first', [touch('email', 10 + millisecond)], lookBack)[0]?.touch).toBeNull()
  expect(creditsOf('last', [touch('email', 0)], lookBack)[0]?.touch?.channel).toBe('email')
  expect(creditsOf('last', [touch('email', -millisecond)], lookBack)[0]?.touch).toBeNull()
})

test('of two touches at one instant the one with the lower id is earlier, in whatever order they are given', () => {
  const both = [touch('email', 1, 'b'), touch('paid', 1, 'a')]
  expect(sharesOf('first', both)).toEqual([['paid', 1]])
  expect(sharesOf('last', [...both].reverse())).toEqual([['email', 1]])
})

test('the value of a conversion is shared with it, in its own currency', () => {
  const of = (value: number | null, currency: string | null) =>
    creditConversion({ ...PURCHASE, value, currency }, JOURNEY, { model: 'linear', lookBackMs: LOOK_BACK_MS })
  const sums = sumCredits([...of(1000, 'EUR'), ...of(80, 'USD'), ...of(null, null)])
  expect(sums.find(({ place }) => place.channel === 'paid')).toMatchObject({
    conversions: 0.75,
    withoutValue: 0.25,
    amounts: [
      { value: 250, currency: 'EUR' },
      { value: 20, currency: 'USD' },
    ],
  })
})

const anyTouches = fc.array(
  fc
    .tuple(
      fc.constantFrom('direct', 'email', 'paid', 'search'),
      fc.oneof(fc.constantFrom(0, 1, 7, 90), fc.double({ min: -2, max: 100, noNaN: true })),
      fc.uuid(),
    )
    .map(([channel, days, id]) => touch(channel, days, id)),
  { maxLength: 40 },
)
const anyModel = fc.constantFrom(...ATTRIBUTION_MODELS)

test('credits of a conversion sum to exactly one, each above nothing', () => {
  fc.assert(
    fc.property(anyTouches, anyModel, (touches, model) => {
      const credits = creditsOf(model, touches)
      expect(credits.reduce((sum, { share }) => sum + share, 0)).toBe(1)
      expect(credits.every(({ share }) => share > 0)).toBe(true)
    }),
  )
})

test('credits of all channels sum to exactly the number of conversions, and their value to its sum', () => {
  fc.assert(
    fc.property(fc.array(anyTouches, { maxLength: 30 }), anyModel, (histories, model) => {
      const credits = histories.flatMap((touches, index) =>
        creditConversion({ ...PURCHASE, value: index, currency: 'EUR' }, touches, {
          ...{ model, lookBackMs: LOOK_BACK_MS },
        }),
      )
      const sums = sumCredits(credits)
      expect(sums.reduce((sum, { conversions }) => sum + conversions, 0)).toBe(histories.length)
      const value = sums.flatMap(({ amounts }) => amounts).reduce((sum, amount) => sum + amount.value, 0)
      expect(value).toBeCloseTo((histories.length * (histories.length - 1)) / 2, 6)
    }),
  )
})

test('the order in which touches are given changes nothing', () => {
  fc.assert(
    fc.property(anyTouches, anyModel, (touches, model) => {
      const unique = [...new Map(touches.map((one) => [one.id, one])).values()]
      expect(creditsOf(model, [...unique].reverse())).toEqual(creditsOf(model, unique))
    }),
  )
})

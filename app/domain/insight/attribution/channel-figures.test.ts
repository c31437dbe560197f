import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TEST_NOW, arbitraryTrials } from '#tests/support/arbitrary-trials'
import { measureClock } from '../measured-trial'
import type { Amount } from '../value'
import { attribute } from './attribute'
import { countChannels, type ChannelCounts } from './channel-counts'
import { channelFigures } from './channel-figures'
import { LOOK_BACK_MS } from './credits'
import { sumCredits } from './credit-sums'
import { ATTRIBUTION_MODELS } from './models'

const counts = (changes: Partial<ChannelCounts>): ChannelCounts => ({
  ...{ touches: 0, visitors: 0, trials: 0, finished: 0, asked: 0 },
  ...changes,
})

const figures = (
  of: ChannelCounts,
  paid: readonly Amount[] | null,
  credit: { conversions: number; amounts: Amount[] } = { conversions: 0, amounts: [] },
) => {
  const [only] = channelFigures({
    counts: new Map([['email', of]]),
    credits: new Map([['email', credit]]),
    costs: new Map(paid ? [['email', paid]] : []),
    rates: { headline: 'EUR', rates: { USD: 0.9 } },
  })
  return only
}

test('cost is divided by trials, finished ones and credited conversions, and value by cost', () => {
  const paid = [
    { value: 820, currency: 'EUR' },
    { value: 200, currency: 'USD' },
  ]
  const credit = { conversions: 2.5, amounts: [{ value: 3000, currency: 'EUR' }] }
  expect(figures(counts({ trials: 100, finished: 40 }), paid, credit)).toMatchObject({
    cost: { value: 1000, currency: 'EUR' },
    costPerTrial: { value: 10, why: null },
    costPerFinished: { value: 25, why: null },
    costPerConversion: { value: 400, why: null },
    return: { value: 3, why: null },
    completion: { numerator: 40, denominator: 100 },
  })
})

test('nothing is divided by nothing, and the reason is given', () => {
  const paid = [{ value: 100, currency: 'EUR' }]
  expect(figures(counts({ trials: 4 }), paid)).toMatchObject({
    costPerTrial: { value: 25 },
    costPerFinished: { value: null, why: 'nothing-counted' },
    costPerConversion: { value: null, why: 'nothing-counted' },
    return: { value: 0, why: null },
  })
  expect(figures(counts({ trials: 4 }), null)).toMatchObject({
    cost: null,
    costPerTrial: { value: null, why: 'no-cost' },
    return: { value: null, why: 'no-cost' },
  })
  expect(figures(counts({ trials: 4 }), [{ value: 0, currency: 'EUR' }])).toMatchObject({
    costPerTrial: { value: 0, why: null },
    return: { value: null, why: 'no-cost' },
  })
})

test('a cost or value in a currency without a rate stands apart and makes no quotient', () => {
  const paid = [
    { value: 100, currency: 'EUR' },
    { value: 5000, currency: 'JPY' },
  ]
  expect(figures(counts({ trials: 4 }), paid)).toMatchObject({
    cost: { value: 100, apart: [{ value: 5000, currency: 'JPY' }] },
    costPerTrial: { value: null, why: 'no-rate' },
    return: { value: null, why: 'no-rate' },
  })
  const credit = { conversions: 1, amounts: [{ value: 9, currency: 'JPY' }] }
  expect(figures(counts({ trials: 4 }), [{ value: 1, currency: 'EUR' }], credit)).toMatchObject({
    costPerConversion: { value: 1 },
    return: { value: null, why: 'no-rate' },
  })
})

test('quality leads, not volume and not luck', () => {
  const sorted = channelFigures({
    counts: new Map([
      ['large', counts({ trials: 5000, finished: 1000 })],
      ['lucky', counts({ trials: 2, finished: 2 })],
      ['good', counts({ trials: 100, finished: 70 })],
    ]),
    credits: new Map([['credited', { conversions: 3, amounts: [] }]]),
    costs: new Map([['costly', [{ value: 9, currency: 'EUR' }]]]),
    rates: { headline: 'EUR', rates: {} },
  })
  expect(sorted.map(({ channel }) => channel)).toEqual(['good', 'lucky', 'large', 'costly', 'credited'])
})

test('channels divide trials and touches without loss, and credits sum to the conversions', () => {
  fc.assert(
    fc.property(arbitraryTrials(25), fc.constantFrom(...ATTRIBUTION_MODELS), (trials, model) => {
      const touches = trials.flatMap(({ id, visitorId, channel, startedAt }) =>
        channel === 'unknown' ? [] : [{ id, visitorId, channel, at: startedAt }],
      )
      const conversions = trials.flatMap(({ visitorId, conversions: own }) =>
        own.map((one) => ({ ...one, visitorId, value: 10, currency: 'EUR' })),
      )
      const rows = channelFigures({
        counts: countChannels(trials, touches, measureClock(TEST_NOW, 30)),
        credits: sumCredits(attribute(conversions, touches, { model, lookBackMs: LOOK_BACK_MS })),
        costs: new Map(),
        rates: { headline: 'EUR', rates: {} },
      })
      const sum = (figure: (row: (typeof rows)[number]) => number) =>
        rows.reduce((total, row) => total + figure(row), 0)
      expect(sum((row) => row.trials)).toBe(trials.length)
      expect(sum((row) => row.touches)).toBe(touches.length)
      expect(sum((row) => row.converted)).toBe(conversions.length)
      expect(sum((row) => row.value.value)).toBeCloseTo(10 * conversions.length, 6)
    }),
  )
})

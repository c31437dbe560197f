import { expect, test } from 'vitest'
import type { Amount } from '../value'
import { NO_COUNTS, type ChannelCounts } from './channel-counts'
import { channelFigures } from './channel-figures'
import { NO_CREDIT, type CreditSum } from './credit-sums'

const counts = (changes: Partial<ChannelCounts>): ChannelCounts => ({
  ...NO_COUNTS,
  ...changes,
})

const figures = (of: ChannelCounts, paid: readonly Amount[] | null, credit: Partial<CreditSum> = {}) =>
  channelFigures(
    { counts: of, credit: { ...NO_CREDIT, ...credit }, paid: paid ?? [] },
    { headline: 'EUR', rates: { USD: 0.9 } },
  )

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

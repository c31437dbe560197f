import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convertValue, sumByCurrency } from './value'

const euros = { headline: 'EUR', rates: { USD: 0.92, GBP: 1.17 } }

test('amounts are converted by their rate, and what has none stands apart', () => {
  const amounts = [
    { value: 1000, currency: 'USD' },
    { value: 200, currency: 'GBP' },
    { value: 50, currency: 'EUR' },
    { value: 500, currency: 'USD' },
    { value: 90_000, currency: 'JPY' },
  ]
  expect(convertValue(amounts, euros)).toEqual({
    value: expect.closeTo(1500 * 0.92 + 200 * 1.17 + 50, 9),
    currency: 'EUR',
    converted: [
      { value: 50, currency: 'EUR', count: 1 },
      { value: 200, currency: 'GBP', count: 1 },
      { value: 1500, currency: 'USD', count: 2 },
    ],
    apart: [{ value: 90_000, currency: 'JPY', count: 1 }],
  })
})

test('a rate that cannot be multiplied by is none', () => {
  const rates = { AAA: 0, BBB: -1, CCC: Number.NaN, DDD: Infinity }
  const amounts = ['AAA', 'BBB', 'CCC', 'DDD', 'toString'].map((currency) => ({ value: 1, currency }))
  const { value, apart } = convertValue(amounts, { headline: 'EUR', rates })
  expect([value, apart.length]).toEqual([0, 5])
})

test('the headline currency is worth itself, whatever its rate says', () => {
  const amounts = [{ value: 7, currency: 'EUR' }]
  expect(convertValue(amounts, { headline: 'EUR', rates: { EUR: 3 } }).value).toBe(7)
})

test('without amounts the value is nothing, in the headline currency', () => {
  expect(convertValue([], euros)).toEqual({ value: 0, currency: 'EUR', converted: [], apart: [] })
})

const anyAmounts = fc.array(
  fc.record({
    value: fc.integer({ min: -1_000, max: 1_000_000 }),
    currency: fc.constantFrom('EUR', 'USD', 'JPY', 'CHF'),
  }),
)

test('no amount is lost or counted twice', () => {
  fc.assert(
    fc.property(anyAmounts, (amounts) => {
      const { converted, apart, value } = convertValue(amounts, euros)
      const both = [...converted, ...apart].sort((a, b) => (a.currency < b.currency ? -1 : 1))
      expect(both).toEqual(sumByCurrency(amounts))
      expect(both.reduce((sum, { count }) => sum + count, 0)).toBe(amounts.length)
      const rateOf = (currency: string) => (currency === 'EUR' ? 1 : currency === 'USD' ? 0.92 : 0)
      const expected = amounts.reduce((sum, one) => sum + one.value * rateOf(one.currency), 0)
      expect(value).toBeCloseTo(expected, 4)
    }),
  )
})

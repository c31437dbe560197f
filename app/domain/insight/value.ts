/** A sum of money; `currency` is an ISO 4217 code. Below 0 is a refund. */
export interface Amount {
  value: number
  currency: string
}

/** How much one unit of a currency is worth in the headline currency, as the settings state it. */
export interface CurrencyRates {
  headline: string
  rates: Readonly<Record<string, number>>
}

/** What amounts are multiplied by, by currency; those without a rate are absent. */
export type CurrencyFactors = Readonly<Record<string, number>>

/** Amounts of one currency. */
export interface CurrencySum extends Amount {
  count: number
}

/** A value expressed in one currency, as far as there are rates. */
export interface ConvertedValue extends Amount {
  /** The amounts that `value` is made of, by their own currency. */
  converted: CurrencySum[]
  /** Currencies without a rate: part of no total, shown beside it. */
  apart: CurrencySum[]
}

/** Sums by currency, in order of the code. */
export function sumByCurrency(amounts: readonly Amount[]): CurrencySum[] {
  const sums = new Map<string, CurrencySum>()
  for (const { value, currency } of amounts) {
    const sum = sums.get(currency) ?? { value: 0, currency, count: 0 }
    sums.set(currency, { ...sum, value: sum.value + value, count: sum.count + 1 })
  }
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

/** The total in the headline currency. Every amount is either part of it or stands apart. */
export function convertValue(amounts: readonly Amount[], to: CurrencyRates): ConvertedValue {
  return convertSums(sumByCurrency(amounts), to)
}

/** The same of sums by currency. */
export function convertSums(sums: readonly CurrencySum[], to: CurrencyRates): ConvertedValue {
  const converted = sums.filter(({ currency }) => rateOf(currency, to) !== null)
  return {
    value: converted.reduce((total, { value, currency }) => total + value * (rateOf(currency, to) ?? 0), 0),
    currency: to.headline,
    converted,
    apart: sums.filter(({ currency }) => rateOf(currency, to) === null),
  }
}

/** What an amount is multiplied by to express it in the headline currency. */
export function currencyFactors(to: CurrencyRates): CurrencyFactors {
  const codes = [to.headline, ...Object.keys(to.rates)]
  return Object.fromEntries(
    codes.flatMap((code) => {
      const rate = rateOf(code, to)
      return rate === null ? [] : [[code, rate]]
    }),
  )
}

/** Null when there is none that can be multiplied by: a rate is above 0. */
function rateOf(currency: string, { headline, rates }: CurrencyRates): number | null {
  if (currency === headline) return 1
  const rate = Object.hasOwn(rates, currency) ? rates[currency] : undefined
  return rate !== undefined && Number.isFinite(rate) && rate > 0 ? rate : null
}

import type { ConversionTerms } from './conversion-terms'
import { isInState, type UnitRow } from './conversion-units'
import type { MeasureClock } from './measured-trial'
import {
  convertSums,
  sumByCurrency,
  type ConvertedValue,
  type CurrencyRates,
  type CurrencySum,
} from './value'

/** What conversions inside the window were worth: of matured units, and of younger ones. */
export type ValueSums = Record<ValueState, CurrencySum[]>

type ValueState = 'valued' | 'early-valued'

/** The same in the headline currency, as far as there are rates. */
export type ConversionValue = ConversionTerms & Record<ValueState, ConvertedValue>

/** The oracle: sums the values of units by currency. */
export function sumValues(units: readonly UnitRow[], clock: MeasureClock): ValueSums {
  const sumOf = (state: ValueState) =>
    sumByCurrency(units.filter((unit) => isInState(unit, state, clock)).flatMap(({ amounts }) => amounts))
  return { valued: sumOf('valued'), 'early-valued': sumOf('early-valued') }
}

/** The value of conversions of some terms. */
export function conversionValue(
  terms: ConversionTerms,
  sums: ValueSums,
  rates: CurrencyRates,
): ConversionValue {
  return {
    ...terms,
    valued: convertSums(sums.valued, rates),
    'early-valued': convertSums(sums['early-valued'], rates),
  }
}

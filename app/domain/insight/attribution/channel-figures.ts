import { proportion, type Proportion } from '../proportion'
import { convertValue, type Amount, type ConvertedValue, type CurrencyRates } from '../value'
import type { ChannelCounts } from './channel-counts'
import type { CreditSum } from './credit-sums'

/** A quotient, or why there is none: no cost was entered, a currency has no rate, or nothing was counted. */
export type Quotient =
  { value: number; why: null } | { value: null; why: 'no-cost' | 'no-rate' | 'nothing-counted' }

/** What is counted of a channel, a source or a campaign. */
export interface ChannelParts {
  counts: ChannelCounts
  credit: CreditSum
  /** What was paid for it in the period. */
  paid: readonly Amount[]
}

/** All that is known of a channel, a source or a campaign. Money is in the headline currency of the settings. */
export interface ChannelFigures extends ChannelCounts {
  /** Trials that finished ÷ trials. */
  completion: Proportion
  /** Conversions credited by the model of attribution, in whole and in part. */
  converted: number
  /** Of these, reported without a value. */
  withoutValue: number
  value: ConvertedValue
  /** Null when none was entered. */
  cost: ConvertedValue | null
  costPerTrial: Quotient
  costPerFinished: Quotient
  costPerConversion: Quotient
  /** Credited value ÷ cost. */
  return: Quotient
}

export function channelFigures({ counts, credit, paid }: ChannelParts, rates: CurrencyRates): ChannelFigures {
  const value = convertValue(credit.amounts, rates)
  const cost = paid.length > 0 ? convertValue(paid, rates) : null
  return {
    ...counts,
    completion: proportion(counts.finished, counts.trials),
    converted: credit.conversions,
    withoutValue: credit.withoutValue,
    value,
    cost,
    costPerTrial: costPer(cost, counts.trials),
    costPerFinished: costPer(cost, counts.finished),
    costPerConversion: costPer(cost, credit.conversions),
    return: returnOf(value, cost),
  }
}

/** A total that lacks the amounts of some currency is no total: nothing is divided by it, and it by nothing. */
const isPartial = ({ apart }: ConvertedValue): boolean => apart.length > 0

function costPer(cost: ConvertedValue | null, count: number): Quotient {
  if (cost === null) return { value: null, why: 'no-cost' }
  if (isPartial(cost)) return { value: null, why: 'no-rate' }
  return count === 0 ? { value: null, why: 'nothing-counted' } : { value: cost.value / count, why: null }
}

function returnOf(value: ConvertedValue, cost: ConvertedValue | null): Quotient {
  if (cost === null) return { value: null, why: 'no-cost' }
  if (isPartial(cost) || isPartial(value)) return { value: null, why: 'no-rate' }
  return cost.value === 0 ? { value: null, why: 'no-cost' } : { value: value.value / cost.value, why: null }
}

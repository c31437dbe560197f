import { proportion, type Proportion } from '../proportion'
import { convertValue, type Amount, type ConvertedValue, type CurrencyRates } from '../value'
import type { ChannelCounts } from './channel-counts'
import type { CreditSum } from './credit-sums'

/** A quotient, or why there is none: no cost was entered, a currency has no rate, or nothing was counted. */
type Quotient = { value: number; why: null } | { value: null; why: 'no-cost' | 'no-rate' | 'nothing-counted' }

/** All that is known of a channel. Money is in the headline currency of the settings. */
export interface ChannelFigures extends ChannelCounts {
  channel: string
  /** Trials that finished ÷ trials. */
  completion: Proportion
  /** Conversions credited by the model of attribution, in whole and in part. */
  converted: number
  value: ConvertedValue
  /** Null when none was entered. */
  cost: ConvertedValue | null
  costPerTrial: Quotient
  costPerFinished: Quotient
  costPerConversion: Quotient
  /** Credited value ÷ cost. */
  return: Quotient
}

export interface ChannelInput {
  counts: ReadonlyMap<string, ChannelCounts>
  credits: ReadonlyMap<string, CreditSum>
  /** What was paid for each channel in the period. */
  costs: ReadonlyMap<string, readonly Amount[]>
  rates: CurrencyRates
}

const NO_COUNTS: ChannelCounts = { touches: 0, visitors: 0, trials: 0, finished: 0, asked: 0 }

/** Every channel that was counted, credited or paid for; the best first. */
export function channelFigures(input: ChannelInput): ChannelFigures[] {
  const channels = new Set([...input.counts.keys(), ...input.credits.keys(), ...input.costs.keys()])
  return [...channels].map((channel) => figuresOf(channel, input)).sort(byQuality)
}

/**
 * Quality, not volume: by the least completion rate that the trials allow (the low end of the interval), so that two
 * lucky trials do not lead. Ties in order of the channel.
 */
function byQuality(a: ChannelFigures, b: ChannelFigures): number {
  return b.completion.low - a.completion.low || (a.channel < b.channel ? -1 : 1)
}

function figuresOf(channel: string, { counts, credits, costs, rates }: ChannelInput): ChannelFigures {
  const count = counts.get(channel) ?? NO_COUNTS
  const credit = credits.get(channel) ?? { conversions: 0, amounts: [] }
  const paid = costs.get(channel)
  const value = convertValue(credit.amounts, rates)
  const cost = paid ? convertValue(paid, rates) : null
  return {
    channel,
    ...count,
    completion: proportion(count.finished, count.trials),
    converted: credit.conversions,
    value,
    cost,
    costPerTrial: costPer(cost, count.trials),
    costPerFinished: costPer(cost, count.finished),
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

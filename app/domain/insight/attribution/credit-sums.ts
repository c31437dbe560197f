import type { Amount } from '../value'
import type { Credit } from './credits'
import type { Touch } from './touch'

/** What a channel, source or campaign is credited with. */
export interface CreditSum {
  /** Whole and partial conversions. */
  conversions: number
  /** The credited part of the value of each conversion that was reported with one. */
  amounts: Amount[]
}

/** The key of credit without a touch. */
const UNKNOWN_KEY = 'unknown'

/** Sums credits by what their touches have in common. The conversions of all keys sum to the number of conversions. */
export function sumCredits<Arrival extends Touch>(
  credits: readonly Credit<Arrival>[],
  keyOf: (touch: Arrival) => string = ({ channel }) => channel,
): Map<string, CreditSum> {
  const sums = new Map<string, CreditSum>()
  for (const { touch, share, conversion } of credits) {
    const key = touch ? keyOf(touch) : UNKNOWN_KEY
    const sum = sums.get(key) ?? { conversions: 0, amounts: [] }
    sum.conversions += share
    const { value, currency } = conversion
    if (value !== null && currency !== null) sum.amounts.push({ value: value * share, currency })
    sums.set(key, sum)
  }
  return sums
}

import { UNKNOWN_CHANNEL } from '../../trial/channels'
import { groupBy } from '../group-by'
import type { Amount } from '../value'
import { formatPath, pathOfPlace, type ChannelPlace, type Placed } from './channel-place'
import type { Credit } from './credits'
import type { Touch } from './touch'

/** What a channel, source or campaign is credited with. */
export interface CreditSum {
  /** Whole and partial conversions. */
  conversions: number
  /** The credited part of the value of each conversion that was reported with one. */
  amounts: readonly Amount[]
  /** Conversions that were reported without a value. */
  withoutValue: number
}

export const NO_CREDIT: CreditSum = { conversions: 0, amounts: [], withoutValue: 0 }

export function addCredits(credits: readonly CreditSum[]): CreditSum {
  return {
    conversions: credits.reduce((sum, { conversions }) => sum + conversions, 0),
    amounts: credits.flatMap(({ amounts }) => amounts),
    withoutValue: credits.reduce((sum, { withoutValue }) => sum + withoutValue, 0),
  }
}

/** Of credit without a touch. */
const UNKNOWN_PLACE: ChannelPlace = { channel: UNKNOWN_CHANNEL, source: null, campaign: null }

/** Sums credits by where their touches came from. The conversions of all places sum to the number of conversions. */
export function sumCredits<Arrival extends Touch & ChannelPlace>(
  credits: readonly Credit<Arrival>[],
): Placed<CreditSum>[] {
  const places = groupBy(credits, ({ touch }) => formatPath(pathOfPlace(touch ?? UNKNOWN_PLACE)))
  return [...places.values()].map((own) => {
    const { channel, source, campaign } = own[0]?.touch ?? UNKNOWN_PLACE
    return { place: { channel, source, campaign }, ...addCredits(own.map(creditOf)) }
  })
}

function creditOf({ share, conversion: { value, currency } }: Credit): CreditSum {
  const isValued = value !== null && currency !== null
  return {
    conversions: share,
    amounts: isValued ? [{ value: value * share, currency }] : [],
    withoutValue: isValued ? 0 : share,
  }
}

import type { Goal } from '../conversion-terms'
import { DAY_MS } from '../../day'
import { apportion } from './apportion'
import type { AttributionModel } from './models'
import { weigh } from './models'
import { touchesByTime, type Touch } from './touch'

/** A confirmed conversion, with its value where it was reported. */
export interface AttributedConversion {
  goal: Goal
  at: Date
  value: number | null
  /** ISO 4217; set when `value` is. */
  currency: string | null
}

/** What one touch is credited with of one conversion. */
export interface Credit<Arrival extends Touch = Touch> {
  /** Null where no touch is known: the credit of the channel *unknown*. */
  touch: Arrival | null
  /** Above 0 and at most 1; those of one conversion sum to exactly 1. */
  share: number
  conversion: AttributedConversion
}

export interface AttributionRules {
  model: AttributionModel
  /** How long before the conversion a touch may lie. */
  lookBackMs: number
}

/** Touches up to 90 days before a conversion share it, unless a board asks otherwise. */
export const LOOK_BACK_MS = 90 * DAY_MS

/**
 * Shares one conversion among the touches of its visitor, given in any order. Those that count lie within the look-back
 * window, both ends included; without any, the whole credit goes to no touch.
 */
export function creditConversion<Arrival extends Touch>(
  conversion: AttributedConversion,
  touches: readonly Arrival[],
  { model, lookBackMs }: AttributionRules,
): Credit<Arrival>[] {
  const at = conversion.at.getTime()
  const before = touches
    .filter((touch) => touch.at.getTime() <= at && touch.at.getTime() >= at - lookBackMs)
    .sort(touchesByTime)
  if (before.length === 0) return [{ touch: null, share: 1, conversion }]
  const shares = apportion(weigh(model, before))
  return before
    .map((touch, index) => ({ touch, share: shares[index] ?? 0, conversion }))
    .filter(({ share }) => share > 0)
}

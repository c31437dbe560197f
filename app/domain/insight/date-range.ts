import { addDays, type Day } from '../day'
import { dayOf, startOfDay } from './time-zone'

export const RANGE_PRESETS = ['7d', '30d', '90d', 'all'] as const

type RangePreset = (typeof RANGE_PRESETS)[number]

/** A preset relative to today, or fixed days, both included. */
export type RangeChoice = { preset: RangePreset } | { first: Day; last: Day }

/** The range of a choice at this moment. Null bounds are open; `until` is excluded. */
export interface DateRange {
  from: Date | null
  until: Date | null
  first: Day | null
  last: Day
}

const PRESET_DAYS: Record<Exclude<RangePreset, 'all'>, number> = { '7d': 7, '30d': 30, '90d': 90 }

/** Turns a choice into instants. A preset of n days is today and the n−1 days before it in `timeZone`. */
export function resolveRange(choice: RangeChoice, now: Date, timeZone: string): DateRange {
  const today = dayOf(now, timeZone)
  if ('preset' in choice && choice.preset === 'all')
    return { from: null, until: null, first: null, last: today }
  const { first, last } =
    'preset' in choice ? { first: addDays(today, 1 - presetDays(choice.preset)), last: today } : choice
  return {
    from: startOfDay(first, timeZone),
    until: startOfDay(addDays(last, 1), timeZone),
    first,
    last,
  }
}

function presetDays(preset: RangePreset): number {
  return preset === 'all' ? 0 : PRESET_DAYS[preset]
}

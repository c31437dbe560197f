import { DAY_MS, readDay, type Day } from '../../day'
import type { ChannelPath } from '../attribution/channel-place'
import type { Amount } from '../value'

/** Days of the workspace's calendar, both included. An open beginning is null. */
interface DaySpan {
  first: Day | null
  last: Day
}

/** What was paid for a channel, a source or a campaign as a whole, in a period. */
export interface Cost extends Amount, DaySpan {
  first: Day
  /** A campaign is named with its source. */
  path: ChannelPath
}

/**
 * The part of a cost that falls into a range: by days, all alike. Days are dates of a calendar, so one on which clocks
 * change weighs as much as another, and ranges that divide a period divide its cost.
 */
export function costInRange({ value, first, last }: Omit<Cost, 'path' | 'currency'>, range: DaySpan): number {
  const from = range.first !== null && range.first > first ? range.first : first
  const to = range.last < last ? range.last : last
  return to < from ? 0 : (value * daysBetween(from, to)) / daysBetween(first, last)
}

/** Days from one to another, both included. */
function daysBetween(first: Day, last: Day): number {
  return ((readDay(last) ?? 0) - (readDay(first) ?? 0)) / DAY_MS + 1
}

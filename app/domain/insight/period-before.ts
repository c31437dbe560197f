import { DAY_MS, addDays, readDay, type Day } from '../day'
import type { DateRange } from './date-range'
import { atTimeOfDay, timeOfDay } from './time-of-day'
import { dayOf, startOfDay } from './time-zone'

/** The period that a range is compared with. `until` is excluded. */
export interface PeriodBefore {
  from: Date
  until: Date
  first: Day
  last: Day
  /** True when it ends at the time of day that it is now, because the day it is compared with is not over. */
  isCut: boolean
}

/** The first day that can be written. */
const EARLIEST = '0001-01-01'

/**
 * As many days as a range has, directly before it, in `timeZone`. While the range is not over, only that much of them is
 * compared: up to the same day and time. Null for a range without a beginning, that has not begun, or before which the
 * calendar has fewer days.
 */
export function periodBefore(range: DateRange, now: Date, timeZone: string): PeriodBefore | null {
  if (range.first === null || range.from === null || range.from > now) return null
  const length = daysBetween(range.first, range.last) + 1
  if (daysBetween(EARLIEST, range.first) < length) return null
  const first = addDays(range.first, -length)
  const last = addDays(range.last, -length)
  const from = startOfDay(first, timeZone)
  const isCut = range.until === null || range.until > now
  if (!isCut) return { from, until: range.from, first, last, isCut }
  const sameDay = addDays(dayOf(now, timeZone), -length)
  const until = atTimeOfDay(sameDay, timeOfDay(now, timeZone), timeZone)
  return { from, until, first, last: sameDay, isCut }
}

const daysBetween = (first: Day, last: Day): number => ((readDay(last) ?? 0) - (readDay(first) ?? 0)) / DAY_MS

import { addDays, type Day } from '../day'
import type { DateRange } from './date-range'
import { atTimeOfDay, timeOfDay } from './time-of-day'
import { dayOf, listDays, startOfDay } from './time-zone'

/** The period that a range is compared with. `until` is excluded. */
export interface PeriodBefore {
  from: Date
  until: Date
  first: Day
  last: Day
  /** True when it ends at the time of day that it is now, because the day it is compared with is not over. */
  isCut: boolean
}

/**
 * As many days as a range has, directly before it, in `timeZone`. While the range is not over, only that much of them is
 * compared: up to the same day and time. Null for a range without a beginning, or that has not begun.
 */
export function periodBefore(range: DateRange, now: Date, timeZone: string): PeriodBefore | null {
  if (range.first === null || range.from === null || range.from > now) return null
  const length = listDays(range.first, range.last).length
  const first = addDays(range.first, -length)
  const last = addDays(range.last, -length)
  const from = startOfDay(first, timeZone)
  const isCut = range.until === null || range.until > now
  if (!isCut) return { from, until: range.from, first, last, isCut }
  const sameDay = addDays(dayOf(now, timeZone), -length)
  const until = atTimeOfDay(sameDay, timeOfDay(now, timeZone), timeZone)
  return { from, until, first, last: sameDay, isCut }
}

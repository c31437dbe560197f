import type { DateRange } from './date-range'
import type { Day } from '../day'
import { dayOf, daysBetween } from './time-zone'
import type { TrialRow } from './trial-row'

export type DayCounts = ReadonlyMap<Day, number>

export interface DayCount {
  day: Day
  count: number
}

/** Trials by the day they started in the workspace's time zone. Days without a trial are absent. */
export function countByDay(rows: readonly TrialRow[], timeZone: string): DayCounts {
  const counts = new Map<Day, number>()
  for (const row of rows) {
    const day = dayOf(row.startedAt, timeZone)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return counts
}

/** Several counts as one, such as those of all demos. */
export function sumDays(parts: Iterable<DayCounts>): DayCounts {
  const sum = new Map<Day, number>()
  for (const days of parts) {
    for (const [day, count] of days) sum.set(day, (sum.get(day) ?? 0) + count)
  }
  return sum
}

/** Every day of the range in order, zeros included. An open range begins with the first day that has a trial. */
export function dailyTrials(counts: DayCounts, range: Pick<DateRange, 'first' | 'last'>): DayCount[] {
  const first = range.first ?? [...counts.keys()].sort()[0] ?? range.last
  return daysBetween(first, range.last).map((day) => ({ day, count: counts.get(day) ?? 0 }))
}

import type { Day } from '../day'
import { DAY_MS, addDays, readDay } from '../day'
import type { DateRange } from './date-range'
import { dayOf } from './time-zone'
import type { MeasuredTrial } from './measured-trial'

export type DayCounts = ReadonlyMap<Day, number>

/** What one step of a trend stands for. Weeks begin on Monday. */
export type TrendUnit = 'day' | 'week' | 'month'

/** The days over which a trend is drawn, both included, and in what steps. */
export interface TrendSpan {
  first: Day
  last: Day
  unit: TrendUnit
}

/** Trials of some days in a row, both included. */
export interface TrendStep {
  first: Day
  last: Day
  count: number
}

const MOST_DAYS = 92
const MOST_DAYS_BY_WEEK = 2 * 366

/** Trials by the day they started in the workspace's time zone. Days without a trial are absent. */
export function countByDay(rows: readonly MeasuredTrial[], timeZone: string): DayCounts {
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

/**
 * The days of a range that can have trials: none after `today` and none before `earliest`, the day of the first trial.
 * A range without any such day shrinks to its nearest day.
 */
export function trendSpan(
  { first, last }: Pick<DateRange, 'first' | 'last'>,
  { earliest, today }: { earliest: Day | null; today: Day },
): TrendSpan {
  const begin = earliest ?? today
  const from = first === null || first < begin ? begin : first
  const to = last > today ? today : last
  if (from <= to) return { first: from, last: to, unit: unitOf(from, to) }
  const nearest = last < begin ? last : (first ?? last)
  return { first: nearest, last: nearest, unit: 'day' }
}

/** Every step of the span in order, zeros included. The span may cut the first and the last one short. */
export function trendOf(counts: DayCounts, span: TrendSpan): TrendStep[] {
  const steps = new Map<Day, TrendStep>()
  for (let first = span.first; first <= span.last;) {
    const end = addDays(first, daysLeft(first, span.unit))
    const last = end > span.last ? span.last : end
    steps.set(end, { first, last, count: 0 })
    first = addDays(end, 1)
  }
  for (const [day, count] of counts) {
    const step = steps.get(addDays(day, daysLeft(day, span.unit)))
    if (step && day >= span.first && day <= span.last) step.count += count
  }
  return [...steps.values()]
}

function unitOf(first: Day, last: Day): TrendUnit {
  const days = 1 + Math.round((timeOf(last) - timeOf(first)) / DAY_MS)
  if (days <= MOST_DAYS) return 'day'
  return days <= MOST_DAYS_BY_WEEK ? 'week' : 'month'
}

/** How many days of its step follow a day. */
function daysLeft(day: Day, unit: TrendUnit): number {
  const date = new Date(timeOf(day))
  if (unit === 'day') return 0
  if (unit === 'week') return (7 - date.getUTCDay()) % 7
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() - date.getUTCDate()
}

const timeOf = (day: Day): number => readDay(day) ?? 0

import { addDays, readDay, type Day } from '../day'
import { atTimeOfDay } from '../insight/time-of-day'
import { dayOf } from '../insight/time-zone'

export const FREQUENCIES = ['daily', 'weekly', 'monthly'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** When something happens again and again, by a clock of some time zone. */
export interface Schedule {
  frequency: Frequency
  /** Monday is 1, Sunday 7; of weekly ones. */
  weekday: number | null
  /** Of monthly ones; in a shorter month its last day. */
  dayOfMonth: number | null
  /** From 0 to 23. Where clocks skip it, as much later as they skip; where they show it twice, the first. */
  hour: number
}

const HOUR_MS = 3_600_000
/** More than the longest way to the next one. */
const MOST_DAYS = 62

/** The first occurrence after an instant. Each of its days has one, whatever clocks do on it. */
export function nextOccurrence(schedule: Schedule, after: Date, timeZone: string): Date {
  const today = dayOf(after, timeZone)
  for (let ahead = 0; ahead <= MOST_DAYS; ahead += 1) {
    const day = addDays(today, ahead)
    if (!isDayOf(schedule, day)) continue
    const at = atTimeOfDay(day, schedule.hour * HOUR_MS, timeZone)
    if (at > after) return at
  }
  throw new RangeError('The schedule has no day.')
}

function isDayOf({ frequency, weekday, dayOfMonth }: Schedule, day: Day): boolean {
  if (frequency === 'daily') return true
  const date = new Date(readDay(day) ?? 0)
  if (frequency === 'weekly') return (date.getUTCDay() || 7) === (weekday ?? 1)
  return date.getUTCDate() === Math.min(dayOfMonth ?? 1, lengthOfMonth(date))
}

const lengthOfMonth = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()

import { addDays, readDay } from '~/domain/day'
import type { Day } from '~/domain/day'
import { dayOf, startOfDay } from '~/domain/insight/time-zone'
import type { Random } from './random'

const HOUR_MS = 60 * 60 * 1000

/** The traffic of each hour of the day, from midnight in the visitor's time zone. */
const HOURS = [1, 0, 0, 0, 0, 1, 2, 5, 12, 22, 24, 20, 11, 14, 22, 21, 17, 9, 5, 5, 6, 6, 4, 2]

/** Sunday first: weekends have little traffic. */
const WEEKDAYS = [0.18, 1, 1.15, 1.1, 1, 0.75, 0.15]

const weekdayOf = (day: Day): number => new Date(readDay(day) ?? 0).getUTCDay()

/** Far enough before `now` for a trial to have ended. */
const MARGIN_MS = 4 * HOUR_MS

export interface StartTimes {
  /** Milliseconds since the epoch. */
  now: number
  days: number
  timeZone: string
}

/**
 * A time within the last `days` days before `now`: mostly in working hours of a time zone, and somewhat more often
 * in recent days.
 */
export function startTime({ now, days, timeZone }: StartTimes, random: Random): number {
  const today = dayOf(new Date(now), timeZone)
  const choices = Array.from({ length: days }, (_, back) => {
    const day = addDays(today, -(back + 1))
    return [day, (WEEKDAYS[weekdayOf(day)] ?? 1) * (1.4 - back / days)] as const
  })
  const moment = inWorkingDay(random.pick(choices), timeZone, random)
  return Math.floor(Math.min(moment, now - MARGIN_MS - random.next() * HOUR_MS))
}

function inWorkingDay(day: Day, timeZone: string, random: Random): number {
  const hour = random.pick(HOURS.map((weight, index) => [index, weight] as const))
  return startOfDay(day, timeZone).getTime() + (hour + random.next()) * HOUR_MS
}

/** The time itself if it is in working hours; else mostly a time on the next working day. */
export function whenAwake(moment: number, timeZone: string, random: Random): number {
  const day = dayOf(new Date(moment), timeZone)
  const hour = (moment - startOfDay(day, timeZone).getTime()) / HOUR_MS
  const weight = HOURS[Math.floor(hour)] ?? 0
  const isBusy = random.chance(Math.min(1, (weight / 10) * (WEEKDAYS[weekdayOf(day)] ?? 1)))
  return isBusy ? moment : Math.floor(Math.max(moment, inWorkingDay(nextWorkday(day), timeZone, random)))
}

function nextWorkday(day: Day): Day {
  const next = addDays(day, 1)
  return [0, 6].includes(weekdayOf(next)) ? nextWorkday(next) : next
}

import type { Random } from './random'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/** How busy each hour of a day is, from midnight UTC. */
const HOURS = [1, 1, 1, 1, 1, 2, 3, 5, 8, 10, 10, 8, 6, 8, 10, 9, 7, 5, 4, 4, 4, 3, 2, 1]

/** Sunday first: few look at business software at the weekend. */
const WEEKDAYS = [0.3, 1, 1.1, 1.1, 1, 0.8, 0.35]

/** So long before `now` that a trial has ended by then. */
const MARGIN_MS = 4 * HOUR_MS

/** A moment of the last `days` days before `now`: in working hours mostly, and a little more of late than before. */
export function startTime(now: number, days: number, random: Random): number {
  const today = Math.floor(now / DAY_MS) * DAY_MS
  const choices = Array.from({ length: days }, (_, back) => {
    const day = today - (back + 1) * DAY_MS
    return [day, (WEEKDAYS[new Date(day).getUTCDay()] ?? 1) * (1.4 - back / days)] as const
  })
  const day = random.pick(choices)
  const hour = random.pick(HOURS.map((weight, index) => [index, weight] as const))
  const moment = day + (hour + random.next()) * HOUR_MS
  return Math.floor(Math.min(moment, now - MARGIN_MS - random.next() * HOUR_MS))
}

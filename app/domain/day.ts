/** A calendar day as `YYYY-MM-DD`. */
export type Day = string

export const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT =
  /^(?<day>\d{4}-\d{2}-\d{2})T(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<part>\d+))?)?(?:Z|(?<sign>[+-])(?<aheadHour>\d{2}):(?<aheadMinute>\d{2}))$/

/** Years that PostgreSQL, JavaScript and four digits all support. */
const FIRST = timeOf(1, 1, 1)
const END = timeOf(10_000, 1, 1)

/** Midnight in UTC. `Date.UTC` would read the years 0 to 99 as 1900 to 1999. */
function timeOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

/** Milliseconds since the epoch at which a day begins in UTC; null for a text that is not a calendar day. */
export function readDay(text: string): number | null {
  const [, year, month, day] = DAY.exec(text) ?? []
  if (day === undefined) return null
  const time = timeOf(Number(year), Number(month), Number(day))
  return time >= FIRST && new Date(time).toISOString().startsWith(text) ? time : null
}

/** True for a day that exists: 2026-02-30 does not. */
export function isDay(text: string): boolean {
  return readDay(text) !== null
}

type InstantParts = Record<'day' | 'hour' | 'minute', string> &
  Partial<Record<'second' | 'part' | 'sign' | 'aheadHour' | 'aheadMinute', string>>

/**
 * Milliseconds since the epoch of an instant with its offset, `2026-11-22T09:30:00Z` or `…+01:00`; null for any other
 * text. Seconds are optional; fractions are read to the millisecond.
 */
export function readInstant(text: string): number | null {
  const parts = INSTANT.exec(text)?.groups as InstantParts | undefined
  const midnight = parts ? readDay(parts.day) : null
  if (!parts || midnight === null) return null
  const clock = clockTime(parts)
  const ahead = offsetTime(parts)
  if (clock === null || ahead === null) return null
  const time = midnight + clock - ahead
  return time >= FIRST && time < END ? time : null
}

function clockTime({ hour, minute, second = '0', part = '' }: InstantParts): number | null {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const milliseconds = Number(part.slice(0, 3).padEnd(3, '0'))
  return (Number(hour) * 60 + Number(minute)) * MINUTE_MS + Number(second) * 1_000 + milliseconds
}

function offsetTime({ sign, aheadHour = '0', aheadMinute = '0' }: InstantParts): number | null {
  if (Number(aheadHour) > 23 || Number(aheadMinute) > 59) return null
  const ahead = (Number(aheadHour) * 60 + Number(aheadMinute)) * MINUTE_MS
  return sign === '-' ? -ahead : ahead
}

/** As `readInstant`; a day without a time is its start in UTC. */
export function readTime(text: string): number | null {
  return readDay(text) ?? readInstant(text)
}

/**
 * An instant as a Date.
 * @throws RangeError for a text that is not one
 */
export function instantOf(at: string | Date): Date {
  if (at instanceof Date) return at
  const time = readInstant(at)
  if (time === null) throw new RangeError(`not an instant with its offset: ${at.slice(0, 40)}`)
  return new Date(time)
}

/**
 * The day in UTC at a time.
 * @throws RangeError outside the years 1 to 9999
 */
export function dayAt(time: number): Day {
  if (!(time >= FIRST && time < END)) throw new RangeError('the day lies outside the years 1 to 9999')
  return new Date(time).toISOString().slice(0, 10)
}

/**
 * The calendar day `count` days later, or earlier for a negative count.
 * @throws RangeError when it is no day, or the result lies outside the years 1 to 9999
 */
export function addDays(day: Day, count: number): Day {
  const time = readDay(day)
  if (time === null) throw new RangeError(`not a day: ${day.slice(0, 40)}`)
  return dayAt(time + count * DAY_MS)
}

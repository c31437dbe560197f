import { readDay } from '~/domain/day'
import { startOfDay } from '~/domain/insight/time-zone'
import { readDate } from '~/domain/csv/read-date'
import type { DayOrder } from '~/domain/csv/read-date'

export interface MomentFormat {
  /** The time zone for times without an offset: the workspace's. */
  timeZone: string
  dayOrder: DayOrder | null
}

/** The day, and behind a blank or `T` the time of day, which may be followed by an offset. */
const PARTS = /^(\S+?)(?:(?:T|,? +)(\d{1,2}:\d{2}.*))?$/i
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?: ?([ap])\.?m\.?)?(?: ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?$/i

/** The part of a moment that names its day. */
export const dayPartOf = (text: string): string => PARTS.exec(text)?.[1] ?? text

/**
 * A moment as files write it: a day (its start), a day and a time, both in the workspace's time zone, or both with an
 * offset of its own. `ambiguous` while nobody knows which number of `03/04/2026` is the month. Null for what cannot be
 * read.
 */
export function readMoment(text: string, { timeZone, dayOrder }: MomentFormat): Date | 'ambiguous' | null {
  const [, dayPart = '', timePart] = PARTS.exec(text) ?? []
  const day = readDate(dayPart, dayOrder)
  if (day === null || day === 'ambiguous') return day
  if (timePart === undefined) return startOfDay(day, timeZone)
  const time = timeOf(timePart)
  if (time === null) return null
  if (time.offsetMs === null) return localMoment(day, time.ms, timeZone)
  return new Date((readDay(day) ?? Number.NaN) + time.ms - time.offsetMs)
}

interface TimeOfDay {
  /** Since midnight. */
  ms: number
  /** East of Greenwich; null when none is named. */
  offsetMs: number | null
}

function timeOf(text: string): TimeOfDay | null {
  const [whole, hours, minutes, seconds = '0', fraction = '', half, offset] = TIME.exec(text) ?? []
  if (whole === undefined) return null
  const hour = hourOf(Number(hours), half?.toLowerCase())
  const offsetMs = offset === undefined ? null : offsetOf(offset)
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 59 || Number.isNaN(offsetMs)) return null
  const ms = (hour * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return { ms: ms + Math.floor(Number(`0.${fraction || '0'}`) * 1000), offsetMs }
}

/** `half` is `a` or `p` of a clock of twelve hours. Null when there is no such hour. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === 'p' ? 12 : 0)
}

/** Milliseconds east of Greenwich; NaN for an offset that no place has. */
function offsetOf(text: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(text) ?? []
  if (sign === undefined) return 0
  const total = Number(hours) * 60 + Number(minutes)
  return Number(minutes) > 59 || total > 14 * 60 ? Number.NaN : (sign === '-' ? -1 : 1) * total * 60_000
}

/** On days with a clock change, the time elapsed since the start of the day counts. */
function localMoment(day: string, ms: number, timeZone: string): Date {
  const minutes = Math.floor(ms / 60_000)
  const two = (value: number) => String(value).padStart(2, '0')
  const wanted = `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  const guess = startOfDay(day, timeZone).getTime() + ms
  const shifts = [0, -60, 60, -30, 30].map((shift) => new Date(guess + shift * 60_000))
  return shifts.find((at) => clockOf(at, timeZone) === wanted) ?? new Date(guess)
}

function clockOf(at: Date, timeZone: string): string {
  const options = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat('sv-SE', options).format(at).slice(0, 16)
}

import { DAY_MS, dayAt, readInstant, readTime } from '~/domain/day'

/**
 * Milliseconds since the epoch of a day, of an instant with its offset or of a timestamp.
 * @throws Error for anything else
 */
function toTime(value: unknown): number {
  const time = typeof value === 'string' ? readTime(value) : value instanceof Date ? value.getTime() : null
  if (time !== null) return time
  const given = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : typeof value
  throw new Error(`expected a day such as 2025-01-31 or a moment such as 2025-01-31T09:30:00Z, got ${given}`)
}

/** @throws Error when `date` is not a date, `days` is not a whole number, or the year is not one of 1 to 9999 */
export function addDaysTo(date: unknown, days: unknown): string {
  const count = typeof days === 'number' || typeof days === 'bigint' ? Number(days) : NaN
  if (!Number.isInteger(count)) throw new Error(`expected a whole number of days, got ${shown(days)}`)
  return dayAt(toTime(date) + count * DAY_MS)
}

const shown = (value: unknown) => (typeof value === 'number' ? String(value) : typeof value)

/** @throws Error when one is not a date */
export function daysBetween(from: unknown, to: unknown): number {
  return Math.floor((toTime(to) - toTime(from)) / DAY_MS)
}

/** @throws Error for a text that is not an instant with its offset */
export function timestampOf(text: string): Date {
  const time = readInstant(text)
  if (time !== null) return new Date(time)
  throw new Error(
    `timestamp() takes a moment such as 2025-01-31T09:30:00Z, got ${JSON.stringify(text.slice(0, 40))}`,
  )
}

/** A part of a timestamp as CEL counts it, of a Date whose UTC fields show the time in the wanted zone. */
const PARTS: Record<string, (at: Date) => number> = {
  getFullYear: (at) => at.getUTCFullYear(),
  getMonth: (at) => at.getUTCMonth(),
  getDate: (at) => at.getUTCDate(),
  getDayOfMonth: (at) => at.getUTCDate() - 1,
  getDayOfWeek: (at) => at.getUTCDay(),
  getDayOfYear: (at) => Math.floor((at.getTime() - startOfYear(at)) / DAY_MS),
  getHours: (at) => at.getUTCHours(),
  getMinutes: (at) => at.getUTCMinutes(),
  getSeconds: (at) => at.getUTCSeconds(),
  getMilliseconds: (at) => at.getUTCMilliseconds(),
}

const startOfYear = (at: Date) => new Date(0).setUTCFullYear(at.getUTCFullYear(), 0, 1)

export function isTimePart(name: string): boolean {
  return Object.hasOwn(PARTS, name)
}

/**
 * A part of a timestamp, in UTC or in a time zone, whatever the zone of the machine.
 * @throws Error when the zone is unknown
 */
export function timePart(name: string, at: Date, zone?: string): bigint {
  const shifted = zone === undefined ? at : new Date(at.getTime() + aheadOf(at, zone))
  return BigInt(PARTS[name]?.(shifted) ?? 0)
}

const OFFSET = /^([+-]?)(\d{2}):(\d{2})$/
const ZONE_PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const

/** The offset of a zone from UTC at a moment, in milliseconds. */
function aheadOf(at: Date, zone: string): number {
  const [, sign, hours, minutes] = OFFSET.exec(zone) ?? []
  if (minutes !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  const seconds = Math.floor(at.getTime() / 1_000) * 1_000
  return clockOf(at, zone) - seconds
}

function clockOf(at: Date, timeZone: string): number {
  const numeric = Object.fromEntries(ZONE_PARTS.map((part) => [part, 'numeric'] as const))
  const format = new Intl.DateTimeFormat('en-US', { ...numeric, hourCycle: 'h23', era: 'short', timeZone })
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const number = (part: (typeof ZONE_PARTS)[number]) => Number(parts.get(part))
  const year = parts.get('era') === 'BC' ? 1 - number('year') : number('year')
  const midnight = new Date(0).setUTCFullYear(year, number('month') - 1, number('day'))
  return midnight + ((number('hour') * 60 + number('minute')) * 60 + number('second')) * 1_000
}

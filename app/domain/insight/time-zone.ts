/** A calendar day as `YYYY-MM-DD`, always in the workspace's time zone. */
export type Day = string

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}

/** The day that the calendar shows at `instant` in `timeZone` (an IANA name; another one throws a RangeError). */
export function dayOf(instant: Date, timeZone: string): Day {
  return formatterFor(timeZone).format(instant)
}

/**
 * The first instant of `day` in `timeZone`, to the second. Where clocks skip midnight it is the instant of the skip,
 * where midnight comes twice the first of the two.
 */
export function startOfDay(day: Day, timeZone: string): Date {
  const midnightUtc = Date.parse(`${day}T00:00:00Z`)
  let before = midnightUtc - 26 * HOUR_MS
  let after = midnightUtc + 26 * HOUR_MS
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000
    if (dayOf(new Date(middle), timeZone) < day) before = middle
    else after = middle
  }
  return new Date(after)
}

/** The calendar day `count` days later, or earlier for a negative count. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** Every day from `first` to `last`, both included; empty when `last` is earlier. */
export function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** True for a day that exists: 2026-02-30 does not. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    addDays(text, 0) === text
  )
}

import { addDays, readDay, type Day } from '../day'

const HOUR_MS = 60 * 60 * 1000

/** Formatters of these parts by time zone, each made once: making one takes longer than using it. */
export function formattersByZone(
  parts: Intl.DateTimeFormatOptions,
): (timeZone: string) => Intl.DateTimeFormat {
  const formatters = new Map<string, Intl.DateTimeFormat>()
  return (timeZone) => {
    const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, ...parts })
    formatters.set(timeZone, formatter)
    return formatter
  }
}

const formatterFor = formattersByZone({ year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day that the calendar shows at `instant` in `timeZone` (an IANA name; another one throws a RangeError). */
export function dayOf(instant: Date, timeZone: string): Day {
  return formatterFor(timeZone).format(instant)
}

/**
 * The first instant of `day` in `timeZone`, to the second. Where clocks skip midnight it is the instant of the skip,
 * where midnight comes twice the first of the two.
 * @throws RangeError when the day does not exist
 */
export function startOfDay(day: Day, timeZone: string): Date {
  const midnightUtc = readDay(day)
  if (midnightUtc === null) throw new RangeError(`not a day: ${day.slice(0, 40)}`)
  let before = midnightUtc - 26 * HOUR_MS
  let after = midnightUtc + 26 * HOUR_MS
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000
    if (dayOf(new Date(middle), timeZone) < day) before = middle
    else after = middle
  }
  return new Date(after)
}

/** Every day from `first` to `last`, both included; empty when `last` is earlier. */
export function listDays(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

import { isDay, readInstant } from '~/domain/day'
import { startOfDay } from '~/domain/insight/time-zone'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const LOCAL = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?:Z|([+-]\d{2}):?(\d{2}))$/i

/**
 * A moment as files write it: a day (its start), a day and a time, both in the workspace's time zone, or either with an
 * offset of its own. `03/04/2026` is no moment: nobody knows which month it means. Null for what cannot be read.
 */
export function readMoment(text: string, timeZone: string): Date | null {
  if (DAY.test(text)) return isDay(text) ? startOfDay(text, timeZone) : null
  const local = LOCAL.exec(text)
  if (local) return localMoment(local, timeZone)
  const [, day, clock, ahead, minutes] = INSTANT.exec(text) ?? []
  const at = readInstant(`${day}T${clock}${ahead === undefined ? 'Z' : `${ahead}:${minutes}`}`)
  return at === null ? null : new Date(at)
}

/** Where the clock was changed in between, the time after the start of the day is what counts. */
function localMoment(
  [, day = '', hours, minutes, seconds = '0']: RegExpExecArray,
  timeZone: string,
): Date | null {
  if (!isDay(day) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const wanted = `${day} ${hours}:${minutes}`
  const from = startOfDay(day, timeZone).getTime()
  const guess = from + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  const shifts = [0, -60, 60, -30, 30].map((shift) => new Date(guess + shift * 60_000))
  return shifts.find((at) => clockOf(at, timeZone) === wanted) ?? new Date(guess)
}

function clockOf(at: Date, timeZone: string): string {
  const options = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat('sv-SE', options).format(at).slice(0, 16)
}

import { DAY_MS, addDays, readInstant, type Day } from '../day'
import { formattersByZone, startOfDay } from './time-zone'

const formatterFor = formattersByZone({
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
})

/** Milliseconds since midnight that a clock in `timeZone` shows. */
export function timeOfDay(instant: Date, timeZone: string): number {
  const shown = formatterFor(timeZone).format(instant)
  return (readInstant(`1970-01-01T${shown}Z`) ?? 0) + instant.getMilliseconds()
}

/**
 * The instant of `day` at which a clock in `timeZone` shows `time`, in ms since midnight. Where it shows it twice, the
 * first; where it skips it, as much later as it skips. None lies beyond the end of the day.
 */
export function atTimeOfDay(day: Day, time: number, timeZone: string): Date {
  const start = startOfDay(day, timeZone).getTime()
  const end = startOfDay(addDays(day, 1), timeZone).getTime()
  const plain = start + time
  const moved = plain + shortestWay(time - timeOfDay(new Date(plain), timeZone))
  const isShown = timeOfDay(new Date(moved), timeZone) === time
  return new Date(Math.min(end, Math.max(start, isShown ? moved : plain)))
}

/** A difference of two times of day, round the clock: 23 hours ahead is one behind. */
function shortestWay(ms: number): number {
  const half = DAY_MS / 2
  return ms > half ? ms - DAY_MS : ms < -half ? ms + DAY_MS : ms
}

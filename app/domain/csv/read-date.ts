import { isDay } from '~/domain/day'

/** Which of the first two numbers of `03/04/2026` is the day. */
export const DAY_ORDERS = ['day-first', 'month-first'] as const
export type DayOrder = (typeof DAY_ORDERS)[number]

const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})$|^(\d{4})([/.])(\d{1,2})\5(\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/

/**
 * A day as files write it, as `YYYY-MM-DD`: `2026-11-22`, `2026/11/22`, `22.11.2026`, `11/22/2026`. `03/04/2026` is
 * `ambiguous` while the order is not known. Null for what is no day of the calendar.
 */
export function readDate(text: string, order: DayOrder | null): string | 'ambiguous' | null {
  const first = YEAR_FIRST.exec(text)
  if (first) return dayOf(first[1] ?? first[4], first[2] ?? first[6], first[3] ?? first[7])
  const last = YEAR_LAST.exec(text)
  if (!last) return null
  const [, one, , other, year] = last
  const shown = dayOrderOf(text) ?? order
  if (shown === null && one !== other) return 'ambiguous'
  return shown === 'month-first' ? dayOf(year, one, other) : dayOf(year, other, one)
}

/** The order that a date shows unambiguously, because one of its numbers cannot be a month. */
export function dayOrderOf(text: string): DayOrder | null {
  const [, one, , other] = YEAR_LAST.exec(text) ?? []
  if (Number(one) > 12 && Number(other) <= 12) return 'day-first'
  if (Number(other) > 12 && Number(one) <= 12) return 'month-first'
  return null
}

function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : null
}

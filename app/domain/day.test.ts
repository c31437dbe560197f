import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { addDays, DAY_MS, dayAt, instantOf, isDay, readDay, readInstant, readTime } from './day'

const DAYS = 3_652_059
const FIRST = readDay('0001-01-01')!
const time = fc.integer({ min: 0, max: DAYS * DAY_MS - 1 }).map((ms) => FIRST + ms)

test('every day of the years 1 to 9999 is parsed as it was formatted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: DAYS - 1 }), (count) => {
      const day = dayAt(FIRST + count * DAY_MS)
      expect(isDay(day)).toBe(true)
      expect(readDay(day)).toBe(FIRST + count * DAY_MS)
      expect(readTime(day)).toBe(readTime(`${day}T00:00:00Z`))
      expect(addDays('0001-01-01', count)).toBe(day)
    }),
  )
})

test('every instant is parsed as it was formatted, with any offset', () => {
  const ahead = fc.integer({ min: -1439, max: 1439 })
  fc.assert(
    fc.property(time, ahead, (at, minutes) => {
      expect(readInstant(new Date(at).toISOString())).toBe(at)
      const local = at + minutes * 60_000
      fc.pre(local >= FIRST && local < FIRST + DAYS * DAY_MS)
      const clock = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((n) =>
        String(n).padStart(2, '0'),
      )
      const text = new Date(local).toISOString().replace('Z', `${minutes < 0 ? '-' : '+'}${clock.join(':')}`)
      expect(readInstant(text)).toBe(at)
    }),
  )
})

test('only days of the calendar are accepted', () => {
  const number = (max: number) => fc.integer({ min: 0, max })
  fc.assert(
    fc.property(number(9999), number(19), number(39), (year, month, day) => {
      const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
      const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      const most = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
      expect(isDay(text)).toBe(year >= 1 && day >= 1 && day <= most)
    }),
    { numRuns: tries(500) },
  )
})

test.each([
  ...[
    '2026-1-5',
    'order 7',
    '2026-02-30',
    '2026-13-01',
    '0000-01-01',
    '2026/01/05',
    '05.01.2026',
    '20260105',
  ],
  ...[
    '',
    ' 2026-01-05',
    '2026-01-05 ',
    '+2026-01-05',
    '12026-01-05',
    '2026-01-05T',
    '٢٠٢٦-٠١-٠٥',
    '2026-W02-1',
  ],
  ...['2026-02-30T10:00:00Z', '2026-01-05T24:00:00Z', '2026-01-05T10:60:00Z', '2026-01-05T10:00:60Z'],
  ...['2026-01-05T10:00:00', '2026-01-05 10:00:00Z', '2026-01-05T10:00:00z', '2026-01-05T10:00:00 UTC'],
  ...['2026-01-05T10:00:00+1:00', '2026-01-05T10:00:00+24:00', '2026-01-05T10:00:00+01:60', '2026-01-05Z'],
  ...['0001-01-01T00:00:00+01:00', '9999-12-31T23:59:59-01:00', '2026-01-05T10:00:00.Z', 'Mon, 05 Jan 2026'],
])('%j is neither a day nor an instant', (text) => {
  expect(readTime(text)).toBeNull()
})

test('an instant is required where one is asked for, and days end with the year 9999', () => {
  expect(instantOf('2026-01-05T10:00Z').toISOString()).toBe('2026-01-05T10:00:00.000Z')
  expect(() => instantOf('2026-01-05')).toThrow(RangeError)
  expect(() => addDays('9999-12-31', 1)).toThrow('the years 1 to 9999')
  expect(() => addDays('0001-01-01', -1)).toThrow('the years 1 to 9999')
  expect(() => addDays('2026-1-5', 1)).toThrow('not a day')
})

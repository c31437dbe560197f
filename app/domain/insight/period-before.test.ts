import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../day'
import { resolveRange, type RangeChoice } from './date-range'
import { periodBefore } from './period-before'
import { timeOfDay } from './time-of-day'
import { startOfDay } from './time-zone'

const NOW = new Date('2026-11-18T15:30:00Z')

const before = (choice: RangeChoice, now = NOW, zone = 'Europe/Madrid') =>
  periodBefore(resolveRange(choice, now, zone), now, zone)

test('the seven days to this moment are compared with the seven before, up to the same time of day', () => {
  expect(before({ preset: '7d' })).toEqual({
    from: new Date('2026-11-04T23:00:00Z'),
    until: new Date('2026-11-11T15:30:00Z'),
    ...{ first: '2026-11-05', last: '2026-11-11', isCut: true },
  })
})

test('days that are over are compared with as many whole ones', () => {
  expect(before({ first: '2026-11-10', last: '2026-11-17' })).toEqual({
    from: new Date('2026-11-01T23:00:00Z'),
    until: new Date('2026-11-09T23:00:00Z'),
    ...{ first: '2026-11-02', last: '2026-11-09', isCut: false },
  })
})

test('of days of which some are still to come, only those that have come are compared', () => {
  expect(before({ first: '2026-11-16', last: '2026-11-22' })).toMatchObject({
    ...{ first: '2026-11-09', last: '2026-11-11', until: new Date('2026-11-11T15:30:00Z') },
  })
})

test('all time has nothing before it, and what has not begun is compared with nothing', () => {
  expect(before({ preset: 'all' })).toBeNull()
  expect(before({ first: '2026-11-19', last: '2026-11-25' })).toBeNull()
})

test('a range longer than the time before it is compared with nothing', () => {
  expect(before({ first: '0001-01-01', last: '2026-11-18' })).toBeNull()
  expect(before({ first: '1000-01-01', last: '2026-11-18' })).toBeNull()
  expect(before({ first: '1900-01-01', last: '1999-12-31' })).toMatchObject({ last: '1899-12-31' })
})

test('the same time of day is that of the clock, in winter as in summer', () => {
  // Madrid leaves summer time on 25 October: half past four in the afternoon is 14:30 UTC before and 15:30 after it.
  expect(before({ preset: '7d' }, new Date('2026-10-28T15:30:00Z'))?.until).toEqual(
    new Date('2026-10-21T14:30:00Z'),
  )
  expect(before({ preset: '7d' }, new Date('2026-04-01T21:45:00Z'))?.until).toEqual(
    new Date('2026-03-25T22:45:00Z'),
  )
})

test('a time that the clock skipped on the day before is that much later', () => {
  // On 29 March Madrid has no half past two: the clock shows half past three.
  expect(
    before({ first: '2026-03-30', last: '2026-03-30' }, new Date('2026-03-30T00:30:00Z'))?.until,
  ).toEqual(new Date('2026-03-29T01:30:00Z'))
})

const zone = fc.constantFrom(
  'UTC',
  'Europe/Madrid',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Shanghai',
)
const day = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2025-06-01', count))

test('the period before ends where the range begins, or as far into its days as the range is', () => {
  const moment = fc.integer({ min: 0, max: 700 * 24 * 60 }).map((minutes) => {
    return new Date(Date.UTC(2025, 5, 1) + minutes * 60_000)
  })
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 90 }), moment, zone, (first, days, now, timeZone) => {
      const range = resolveRange({ first, last: addDays(first, days - 1) }, now, timeZone)
      const found = periodBefore(range, now, timeZone)
      if (!found) {
        expect(range.from?.getTime()).toBeGreaterThan(now.getTime())
        return
      }
      expect(found.from).toEqual(startOfDay(addDays(first, -days), timeZone))
      expect(found.until.getTime()).toBeGreaterThanOrEqual(found.from.getTime())
      expect(found.until.getTime()).toBeLessThanOrEqual(range.from?.getTime() ?? 0)
      if (!found.isCut) {
        expect(found.until).toEqual(range.from)
        return
      }
      const shown = timeOfDay(found.until, timeZone)
      const skipped = [30, 60].map((minutes) => timeOfDay(now, timeZone) + minutes * 60_000)
      expect([timeOfDay(now, timeZone), ...skipped]).toContain(shown)
    }),
  )
})

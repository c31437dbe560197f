import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, addDays } from '../day'
import { atTimeOfDay, timeOfDay } from './time-of-day'
import { dayOf } from './time-zone'

const HOUR = 3_600_000

test('a clock shows the time of its zone, to the millisecond', () => {
  expect(timeOfDay(new Date('2026-07-01T22:00:00.250Z'), 'Europe/Madrid')).toBe(250)
  expect(timeOfDay(new Date('2026-01-01T22:00:00Z'), 'Europe/Madrid')).toBe(23 * HOUR)
  expect(timeOfDay(new Date('1969-12-31T23:59:59.999Z'), 'UTC')).toBe(DAY_MS - 1)
})

test('late on a short or a long day it is still the time that the clock shows', () => {
  expect(atTimeOfDay('2026-03-29', 23.5 * HOUR, 'Europe/Madrid')).toEqual(new Date('2026-03-29T21:30:00Z'))
  expect(atTimeOfDay('2026-10-25', 23.5 * HOUR, 'Europe/Madrid')).toEqual(new Date('2026-10-25T22:30:00Z'))
})

test('of a time that is shown twice it is the first', () => {
  expect(atTimeOfDay('2026-10-25', 2.5 * HOUR, 'Europe/Madrid')).toEqual(new Date('2026-10-25T00:30:00Z'))
})

test('where midnight is skipped the day begins after it', () => {
  // In Santiago 6 September 2026 begins at one o’clock.
  expect(atTimeOfDay('2026-09-06', 0, 'America/Santiago')).toEqual(new Date('2026-09-06T04:00:00Z'))
})

test('any moment is found again by its day and time, or an hour of the clock that comes twice', () => {
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Madrid',
    'America/Santiago',
    'Australia/Lord_Howe',
    'Africa/Cairo',
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 * 24 * 4 }), zone, (quarters, timeZone) => {
      const instant = new Date(Date.UTC(2025, 0, 1) + quarters * 15 * 60_000)
      const day = dayOf(instant, timeZone)
      const found = atTimeOfDay(day, timeOfDay(instant, timeZone), timeZone)
      expect(timeOfDay(found, timeZone)).toBe(timeOfDay(instant, timeZone))
      expect([day, addDays(day, 1)]).toContain(dayOf(found, timeZone))
      expect([0, 0.5 * HOUR, HOUR]).toContain(Math.abs(instant.getTime() - found.getTime()))
    }),
  )
})

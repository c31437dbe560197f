import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeOfDay } from '../insight/time-of-day'
import { dayOf } from '../insight/time-zone'
import { FREQUENCIES, nextOccurrence, type Schedule } from './next-occurrence'

const weekly = (weekday: number, hour: number): Schedule => ({
  ...{ frequency: 'weekly', weekday, dayOfMonth: null, hour },
})
const next = (schedule: Schedule, after: string, zone: string) =>
  nextOccurrence(schedule, new Date(after), zone).toISOString()

test('a weekly one keeps its hour over the change of clocks', () => {
  const monday = weekly(1, 8)
  expect(next(monday, '2026-10-19T12:00:00Z', 'Europe/Madrid')).toBe('2026-10-26T07:00:00.000Z')
  expect(next(monday, '2026-10-19T05:59:59Z', 'Europe/Madrid')).toBe('2026-10-19T06:00:00.000Z')
  expect(next(monday, '2026-10-19T06:00:00Z', 'Europe/Madrid')).toBe('2026-10-26T07:00:00.000Z')
})

test('an hour that clocks skip comes as much later, one that comes twice is the first', () => {
  const daily = (hour: number): Schedule => ({ frequency: 'daily', weekday: null, dayOfMonth: null, hour })
  expect(next(daily(2), '2026-03-28T12:00:00Z', 'Europe/Madrid')).toBe('2026-03-29T01:00:00.000Z')
  expect(next(daily(2), '2026-10-24T12:00:00Z', 'Europe/Madrid')).toBe('2026-10-25T00:00:00.000Z')
  expect(next(daily(2), '2026-10-25T00:00:00Z', 'Europe/Madrid')).toBe('2026-10-26T01:00:00.000Z')
})

test('a monthly one of the 31st comes on the last day of each month', () => {
  const monthly: Schedule = { frequency: 'monthly', weekday: null, dayOfMonth: 31, hour: 9 }
  const found = ['2026-01-31T09:00:00.000Z', '2026-02-28T09:00:00.000Z', '2026-03-31T09:00:00.000Z']
  expect(next(monthly, '2026-01-05T00:00:00Z', 'UTC')).toBe(found[0])
  expect(next(monthly, found[0] ?? '', 'UTC')).toBe(found[1])
  expect(next(monthly, found[1] ?? '', 'UTC')).toBe(found[2])
})

const ZONES = [
  'UTC',
  'Europe/Madrid',
  'America/New_York',
  'Asia/Shanghai',
  'Pacific/Apia',
  'Australia/Lord_Howe',
]
const schedules = fc.record({
  frequency: fc.constantFrom(...FREQUENCIES),
  weekday: fc.integer({ min: 1, max: 7 }),
  dayOfMonth: fc.integer({ min: 1, max: 31 }),
  hour: fc.integer({ min: 0, max: 23 }),
})
const instants = fc.date({ min: new Date('2011-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })

test('whatever the zone and the moment: later, on a day of the schedule, and none is left out or doubled', () => {
  fc.assert(
    fc.property(schedules, instants, fc.constantFrom(...ZONES), (schedule, after, zone) => {
      const first = nextOccurrence(schedule, after, zone)
      const second = nextOccurrence(schedule, first, zone)
      expect(first.getTime()).toBeGreaterThan(after.getTime())
      expect(dayOf(second, zone) > dayOf(first, zone)).toBe(true)
      // Asking at any moment before it gives the same one.
      const between = new Date((after.getTime() + first.getTime()) / 2)
      if (between < first) expect(nextOccurrence(schedule, between, zone)).toEqual(first)
      const shown = timeOfDay(first, zone) / 3_600_000
      expect(shown - schedule.hour).toBeLessThanOrEqual(1)
      const days = (second.getTime() - first.getTime()) / 86_400_000
      const most = { daily: 2.1, weekly: 14.1, monthly: 62.1 }[schedule.frequency]
      expect(days).toBeLessThan(most)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { addDays, isDay } from '../day'
import { dayOf, listDays, startOfDay } from './time-zone'

const ZONES = [
  'UTC',
  'Europe/Madrid',
  'Asia/Shanghai',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Kathmandu',
]
const day = fc.integer({ min: 0, max: 2000 }).map((offset) => addDays('2024-01-01', offset))

test('a day begins at midnight of its own zone, in winter and in summer', () => {
  expect(startOfDay('2026-01-15', 'Europe/Madrid').toISOString()).toBe('2026-01-14T23:00:00.000Z')
  expect(startOfDay('2026-07-15', 'Europe/Madrid').toISOString()).toBe('2026-07-14T22:00:00.000Z')
  expect(startOfDay('2026-07-15', 'Asia/Shanghai').toISOString()).toBe('2026-07-14T16:00:00.000Z')
})

test('the day that clocks go back on is 25 hours long, the one they go forward on 23', () => {
  const hours = (of: string) =>
    (startOfDay(addDays(of, 1), 'Europe/Madrid').getTime() - startOfDay(of, 'Europe/Madrid').getTime()) /
    3_600_000
  expect(hours('2026-10-25')).toBe(25)
  expect(hours('2026-03-29')).toBe(23)
})

test('where midnight is skipped the day begins with the first instant that exists', () => {
  expect(startOfDay('2026-09-06', 'America/Santiago').toISOString()).toBe('2026-09-06T04:00:00.000Z')
  expect(startOfDay('2026-04-24', 'Africa/Cairo').toISOString()).toBe('2026-04-23T22:00:00.000Z')
})

test('where midnight comes twice the day begins with the first', () => {
  // Havana goes from 01:00 back to 00:00 on the first of November 2026.
  expect(startOfDay('2026-11-01', 'America/Havana').toISOString()).toBe('2026-11-01T04:00:00.000Z')
})

test('the first instant of a day belongs to it, the one before does not', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...ZONES), (of, zone) => {
      const start = startOfDay(of, zone)
      expect(dayOf(start, zone)).toBe(of)
      expect(dayOf(new Date(start.getTime() - 1), zone)).toBe(addDays(of, -1))
    }),
    { numRuns: tries(60) },
  )
})

test('lists the days between two, both included', () => {
  expect(listDays('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect(listDays('2026-03-02', '2026-03-01')).toEqual([])
})

test('knows a day that does not exist', () => {
  expect(isDay('2028-02-29')).toBe(true)
  expect(isDay('2026-02-29')).toBe(false)
  expect(isDay('2026-2-1')).toBe(false)
  expect(isDay('2026-13-01')).toBe(false)
})

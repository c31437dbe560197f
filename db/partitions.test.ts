import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { monthOf, partitionName, preparedRange, uuidFloor } from './partitions'

const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })

test('the floor of an instant is at or below every id made then, and above every id made before', () => {
  fc.assert(
    fc.property(instants, (at) => {
      const floor = uuidFloor(at)
      expect(v7({ msecs: at.getTime() }) >= floor).toBe(true)
      expect(v7({ msecs: at.getTime() - 1 }) < floor).toBe(true)
    }),
  )
})

test('months continue across the end of a year, in UTC', () => {
  expect(monthOf(new Date('2026-12-31T23:59:59Z'))).toEqual({ year: 2026, month: 12 })
  expect(monthOf(new Date('2026-12-31T23:59:59Z'), 1)).toEqual({ year: 2027, month: 1 })
  expect(monthOf(new Date('2026-01-31T12:00:00Z'), -1)).toEqual({ year: 2025, month: 12 })
  expect(partitionName({ year: 2027, month: 1 })).toBe('trial_event_2027_01')
})

test('the prepared range holds the month before and the three to come', () => {
  expect(preparedRange(new Date('2026-11-30T12:00:00Z'))).toEqual({
    first: { year: 2026, month: 10 },
    last: { year: 2027, month: 2 },
  })
})

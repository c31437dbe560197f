import fc from 'fast-check'
import { expect, test } from 'vitest'
import { capTimes, type TimeClaim } from './cap-times'

const DAY = 86_400_000

const claimOf = (active: number[], more: Partial<TimeClaim> = {}): TimeClaim => ({
  accepted: active.map((activeMs, index) => ({ seq: index + 1, at: 0, type: 'GO', activeMs })),
  startedAt: 1_000_000,
  previousAt: 1_000_000,
  receivedAt: 1_060_000,
  activeMs: 0,
  lastAt: 60_000,
  simulated: false,
  ...more,
})
const believed = (active: number[], more?: Partial<TimeClaim>) => {
  const { events, activeMs, wallMs } = capTimes(claimOf(active, more))
  return { events: events.map((event) => event.activeMs), activeMs, wallMs }
}

test('what fits into the minute that passed is believed', () => {
  expect(believed([20_000, 30_000])).toEqual({ events: [20_000, 30_000], activeMs: 50_000, wallMs: 60_000 })
})

test('of what does not fit the first events keep theirs, and the rest share what is left', () => {
  expect(believed([40_000, 30_000, 5_000])).toEqual({
    events: [40_000, 20_000, 0],
    activeMs: 60_000,
    wallMs: 60_000,
  })
})

test('a batch adds no more than has passed since the one before', () => {
  const later = { previousAt: 1_050_000, activeMs: 5_000 }
  expect(believed([30_000], later)).toEqual({ events: [10_000], activeMs: 15_000, wallMs: 60_000 })
})

test('active time in all is never more than the time from the start to the last event', () => {
  expect(believed([30_000], { activeMs: 45_000 })).toEqual({
    events: [15_000],
    activeMs: 60_000,
    wallMs: 60_000,
  })
  expect(believed([30_000], { activeMs: 70_000 })).toEqual({ events: [0], activeMs: 70_000, wallMs: 60_000 })
})

test('a last event that lies ahead of its arrival counts up to its arrival', () => {
  expect(believed([], { lastAt: 90_000 }).wallMs).toBe(60_000)
  expect(believed([], { lastAt: 59_999 }).wallMs).toBe(59_999)
})

test('a clock that was set back behind the start believes nothing', () => {
  expect(believed([5_000], { receivedAt: 990_000 })).toEqual({ events: [0], activeMs: 0, wallMs: 0 })
})

test('nobody is there for more than a day between two steps', () => {
  const week = { receivedAt: 1_000_000 + 7 * DAY, lastAt: 7 * DAY }
  expect(believed([3 * DAY, 1_000], week)).toMatchObject({ events: [DAY, 1_000], activeMs: DAY + 1_000 })
})

test('the times of a simulated trial are its own, whatever the clock says', () => {
  const simulated = { simulated: true, receivedAt: 1_000_000, lastAt: 50_000, activeMs: 10_000 }
  expect(believed([20_000, 5_000], simulated)).toEqual({
    events: [20_000, 5_000],
    activeMs: 35_000,
    wallMs: 50_000,
  })
  expect(believed([50_000], simulated)).toEqual({ events: [40_000], activeMs: 50_000, wallMs: 50_000 })
})

test('the trace sums up to what the trial gains', () => {
  const span = fc.nat(200_000)
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 6 }),
      span,
      span,
      span,
      span,
      (active, before, passed, lastAt, known) => {
        const previousAt = 1_000_000 + before
        const claim = { previousAt, receivedAt: previousAt + passed, lastAt, activeMs: known }
        const { events, activeMs } = believed(active, claim)
        expect(events.reduce((sum, one) => sum + one, 0)).toBe(activeMs - known)
        events.forEach((one, index) => expect(one).toBeLessThanOrEqual(active[index] ?? 0))
      },
    ),
  )
})

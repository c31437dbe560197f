import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AHEAD_MS, FEWEST_STEPS, INITIAL_PACE, QUICK_STEP_MS, advancePace } from './speed'

/** Steps by when they claim to have happened; all arrived at once unless told otherwise. */
const paceOf = (times: number[], elapsedMs: number | number[] = 1e9) =>
  times.reduce(
    (pace, at, index) =>
      advancePace(pace, { at, elapsedMs: Array.isArray(elapsedMs) ? (elapsedMs[index] ?? 0) : elapsedMs }),
    INITIAL_PACE,
  )

const evenly = (count: number, ms: number) => Array.from({ length: count }, (_, index) => (index + 1) * ms)

test('a prospect who reads is possible', () => {
  expect(paceOf(evenly(40, 1_500)).impossible).toBe(false)
})

test('seven steps within a second are impossible', () => {
  expect(paceOf(evenly(7, QUICK_STEP_MS - 1)).impossible).toBe(true)
  expect(paceOf(evenly(6, QUICK_STEP_MS - 1)).impossible).toBe(false)
  expect(paceOf(evenly(30, QUICK_STEP_MS)).impossible).toBe(false)
})

test('a pause starts the count again', () => {
  expect(paceOf([0, 50, 100, 150, 2_000, 2_050, 2_100, 2_150, 2_200]).impossible).toBe(false)
})

test('what was impossible stays so', () => {
  expect(paceOf([...evenly(7, 10), 60_000, 120_000]).impossible).toBe(true)
})

test('a step that claims more time than has passed is impossible', () => {
  expect(paceOf([1_000, 60_000], 61_000).impossible).toBe(false)
  expect(paceOf([1_000, 61_000 + 2 * AHEAD_MS], 61_000).impossible).toBe(true)
})

test('eight steps that claim 155 ms each and arrive after 139 ms are impossible', () => {
  expect(paceOf(evenly(8, 155), 139).impossible).toBe(true)
})

test('a step that claims the future in small measure gains nothing by it', () => {
  const arrivals = [5_000, 5_010, 5_020, 5_030, 5_040, 5_050, 5_060]
  const claims = arrivals.map((_, index) => 5_000 + index * 160)
  expect(paceOf(claims, arrivals).impossible).toBe(true)
})

test('more steps than fit into the time since the start are impossible, whatever they claim', () => {
  const claims = fc.array(fc.nat(20_000), { minLength: FEWEST_STEPS, maxLength: 60 })
  fc.assert(
    fc.property(claims, fc.double({ min: 0, max: 0.99, noNaN: true }), (times, share) => {
      expect(paceOf(times, Math.floor(times.length * QUICK_STEP_MS * share)).impossible).toBe(true)
    }),
  )
})

test('an honest walk is possible, however late and in whatever batches it arrives', () => {
  const step = fc.record({ pause: fc.integer({ min: QUICK_STEP_MS, max: 90_000 }), late: fc.nat(86_400_000) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: 0, max: 400 }), (walk, opening) => {
      let at = opening
      let arrived = 0
      const steps = walk.map(({ pause, late }) => {
        at += pause
        arrived = Math.max(arrived, at + late)
        return { at, elapsedMs: arrived }
      })
      expect(steps.reduce(advancePace, INITIAL_PACE).impossible).toBe(false)
    }),
  )
})

test('a client whose clock runs a little quick is possible', () => {
  const live = evenly(200, 1_000).map((at) => ({ at: Math.round(at * 1.0005), elapsedMs: at }))
  expect(live.reduce(advancePace, INITIAL_PACE).impossible).toBe(false)
})

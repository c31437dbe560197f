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

test('a step is taken to have happened when it claims, at the latest when it arrived by the quicker of two clocks', () => {
  const happened = (at: number, elapsedMs: number) => advancePace(INITIAL_PACE, { at, elapsedMs }).lastAt
  expect(happened(500, 1_000)).toBe(500)
  expect(happened(5_000, 1_000)).toBe(1_001)
  expect(happened(5_000, 4_000)).toBe(4_004)
})

test('a step that claims to be older than the one before happened together with it', () => {
  const first = advancePace(INITIAL_PACE, { at: 900, elapsedMs: 10_000 })
  expect(advancePace(first, { at: 400, elapsedMs: 10_000 })).toMatchObject({ lastAt: 900, quick: 1 })
})

test('the first step follows on nothing, however early it comes', () => {
  expect(advancePace(INITIAL_PACE, { at: 10, elapsedMs: 10 })).toMatchObject({
    quick: 0,
    steps: 1,
    impossible: false,
  })
})

test('quick steps are those within 150 ms of the one before, counted in a row', () => {
  const quickOf = (...times: number[]) => paceOf(times).quick
  expect(quickOf(1_000, 1_149)).toBe(1)
  expect(quickOf(1_000, 1_150)).toBe(0)
  expect(quickOf(1_000, 1_100, 1_200, 1_300)).toBe(3)
  expect(quickOf(1_000, 1_100, 5_000, 5_100)).toBe(1)
})

test('six quick steps in a row are impossible, five are not', () => {
  const slowStart = { ...INITIAL_PACE, lastAt: 10_000, steps: 8 }
  const next = { at: 10_100, elapsedMs: 1e9 }
  expect(advancePace({ ...slowStart, quick: 4 }, next)).toMatchObject({ quick: 5, impossible: false })
  expect(advancePace({ ...slowStart, quick: 5 }, next)).toMatchObject({ quick: 6, impossible: true })
})

test('three steps need 450 ms, less what two clocks may drift apart', () => {
  expect(paceOf([0, 160, 320], 450).impossible).toBe(false)
  expect(paceOf([0, 160, 320], 449).impossible).toBe(true)
  expect(paceOf([0, 0], 0).impossible).toBe(false)
})

test('as many steps as just fit into the time are possible: 1001 steps of 150 ms in 150 s and a thousandth', () => {
  const thousand = { ...INITIAL_PACE, lastAt: 100_000, steps: 1_000 }
  expect(advancePace(thousand, { at: 120_000, elapsedMs: 150_000 }).impossible).toBe(false)
  expect(advancePace(thousand, { at: 120_000, elapsedMs: 149_999 }).impossible).toBe(true)
})

test('a step may claim a second and a thousandth of the time that has passed more than has passed', () => {
  const isPossible = (at: number) => !advancePace(INITIAL_PACE, { at, elapsedMs: 1_000_000 }).impossible
  expect(isPossible(1_002_000)).toBe(true)
  expect(isPossible(1_002_001)).toBe(false)
})

test('a clock that was set back behind the start of the trial counts as no time passed', () => {
  expect(advancePace(INITIAL_PACE, { at: AHEAD_MS, elapsedMs: -60_000 })).toEqual({
    lastAt: 0,
    quick: 0,
    steps: 1,
    impossible: false,
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'

import {
  advanceActiveClock,
  capActive,
  createActiveClock,
  IDLE_AFTER_MS,
  type ActiveInput,
} from './active-time'

const present = { visible: true, focused: true }

function activeMs(inputs: [number, ActiveInput['type']][], page = present): number {
  const end = inputs.reduce(
    (clock, [at, type]) => advanceActiveClock(clock, { at, type }),
    createActiveClock(0, page),
  )
  return end.activeMs
}

test('time counts while the prospect does things', () => {
  expect(
    activeMs([
      [10_000, 'input'],
      [30_000, 'scroll'],
      [45_000, 'transition'],
      [50_000, 'tick'],
    ]),
  ).toBe(50_000)
})

test('after 30 s without input the clock stands still, and goes on with the next input', () => {
  expect(activeMs([[120_000, 'tick']])).toBe(30_000)
  expect(
    activeMs([
      [120_000, 'input'],
      [125_000, 'tick'],
    ]),
  ).toBe(35_000)
})

test('ticks are no activity', () => {
  expect(
    activeMs([
      [20_000, 'tick'],
      [40_000, 'tick'],
      [60_000, 'tick'],
    ]),
  ).toBe(30_000)
})

test('a hidden or unfocused page does not count', () => {
  expect(
    activeMs([
      [5_000, 'hidden'],
      [15_000, 'visible'],
      [16_000, 'tick'],
    ]),
  ).toBe(6_000)
  expect(
    activeMs([
      [5_000, 'blur'],
      [15_000, 'focus'],
      [16_000, 'tick'],
    ]),
  ).toBe(6_000)
  expect(
    activeMs(
      [
        [5_000, 'input'],
        [9_000, 'tick'],
      ],
      { visible: false, focused: true },
    ),
  ).toBe(0)
  expect(
    activeMs(
      [
        [5_000, 'input'],
        [9_000, 'tick'],
      ],
      { visible: true, focused: false },
    ),
  ).toBe(0)
})

test('input while the page is hidden brings no time back', () => {
  expect(
    activeMs([
      [1_000, 'hidden'],
      [2_000, 'input'],
      [3_000, 'visible'],
      [4_000, 'tick'],
    ]),
  ).toBe(2_000)
})

test('a laptop that sleeps for an hour adds at most the 30 s after the last input', () => {
  expect(
    activeMs([
      [1_000, 'input'],
      [3_600_000, 'tick'],
      [3_601_000, 'input'],
      [3_602_000, 'tick'],
    ]),
  ).toBe(32_000)
})

test('a clock that jumps back adds nothing twice', () => {
  expect(
    activeMs([
      [10_000, 'input'],
      [2_000, 'input'],
      [10_000, 'input'],
      [11_000, 'tick'],
    ]),
  ).toBe(11_000)
})

const inputs = fc.array(
  fc.record({
    at: fc.oneof(fc.integer({ min: -1_000, max: 400_000 }), fc.constant(Number.NaN), fc.double()),
    type: fc.constantFrom<ActiveInput['type'][]>(
      ...(['visible', 'hidden', 'focus', 'blur', 'input', 'scroll', 'transition', 'tick'] as const),
    ),
  }),
  { maxLength: 60 },
)
const page = fc.record({ visible: fc.boolean(), focused: fc.boolean() })

test('whatever the page reports, active time only grows and is never more than the time that passed', () => {
  const property = fc.property(page, inputs, (start, list) => {
    let clock = createActiveClock(0, start)
    for (const input of list) {
      const before = clock
      clock = advanceActiveClock(clock, input)
      expect(clock.activeMs).toBeGreaterThanOrEqual(before.activeMs)
      expect(clock.at).toBeGreaterThanOrEqual(before.at)
    }
    expect(clock.activeMs).toBeLessThanOrEqual(clock.at)
  })
  fc.assert(property)
})

test('how often the timer ticks makes no difference', () => {
  const times = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 30 })
  const property = fc.property(times, times, (active, ticks) => {
    const acts = active.map((at): [number, ActiveInput['type']] => [at, 'input'])
    const ticking = ticks.map((at): [number, ActiveInput['type']] => [at, 'tick'])
    const end: [number, ActiveInput['type']] = [250_000, 'tick']
    const inOrder = (list: [number, ActiveInput['type']][]) => [...list].sort((a, b) => a[0] - b[0])
    expect(activeMs([...inOrder([...acts, ...ticking]), end])).toBe(activeMs([...inOrder(acts), end]))
  })
  fc.assert(property)
})

test('one idle stretch never counts more than 30 s', () => {
  const property = fc.property(fc.integer({ min: 0, max: 1e9 }), (gap) => {
    expect(activeMs([[gap, 'tick']])).toBe(Math.min(gap, IDLE_AFTER_MS))
  })
  fc.assert(property)
})

test('the server believes no more than the time that passed', () => {
  expect(capActive(5_000, 9_000)).toBe(5_000)
  expect(capActive(9_000, 5_000)).toBe(5_000)
  expect(capActive(-1, 5_000)).toBe(0)
  expect(capActive(5_000, -1)).toBe(0)
  expect(capActive(Number.NaN, 5_000)).toBe(0)
  expect(capActive(Number.POSITIVE_INFINITY, 5_000)).toBe(5_000)
})

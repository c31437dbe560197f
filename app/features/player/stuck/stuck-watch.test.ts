import { expect, test } from 'vitest'
import { SimulatedClock } from '#tests/support/simulated-clock'
import type { StuckReason } from './stuck'
import { StuckWatch } from './stuck-watch'

function setUp() {
  const clock = new SimulatedClock()
  const reasons: StuckReason[] = []
  let isOff = false
  const watch = new StuckWatch({
    ...{ clock, patience: { pick: 10_000 }, isOff: () => isOff },
    onStuck: (reason) => reasons.push(reason),
  })
  const place = { states: ['pick'], hints: 1, refusals: 4 }
  return { clock, reasons, watch, place, turnOff: () => (isOff = true) }
}

test('input puts hesitation off, and help is offered once in a place', async () => {
  const { clock, reasons, watch, place } = setUp()
  watch.arrive(place)
  await clock.advance(9_000)
  watch.touch()
  await clock.advance(9_000)
  expect(reasons).toEqual([])
  await clock.advance(1_000)
  watch.touch()
  await clock.advance(60_000)
  expect(reasons).toEqual(['hesitation'])
})

test('refusals count from where the state was entered, hints from the last offer', () => {
  const { reasons, watch, place } = setUp()
  watch.arrive(place)
  watch.arrive({ ...place, refusals: 5 })
  expect(reasons).toEqual([])
  watch.arrive({ ...place, refusals: 6 })
  expect(reasons).toEqual(['refusals'])
  watch.arrive({ ...place, states: ['ship'], refusals: 6, hints: 2 })
  watch.arrive({ ...place, states: ['bill'], refusals: 6, hints: 2 })
  expect(reasons).toEqual(['refusals'])
  watch.arrive({ ...place, states: ['bill'], refusals: 6, hints: 3 })
  expect(reasons).toEqual(['refusals', 'hints'])
})

test('whoever closed it is left alone', async () => {
  const { clock, reasons, watch, place, turnOff } = setUp()
  turnOff()
  watch.arrive(place)
  await clock.advance(60_000)
  expect(reasons).toEqual([])
})

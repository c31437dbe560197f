import { expect, test } from 'vitest'
import { SimulatedClock } from '#tests/support/simulated-clock'
import { watchActivity } from './activity'

function setUp() {
  const clock = new SimulatedClock()
  const state = { focused: true }
  const document = Object.assign(new EventTarget(), {
    visibilityState: 'visible' as DocumentVisibilityState,
    hasFocus: () => state.focused,
  })
  const window = new EventTarget()
  const activity = watchActivity({ window, document }, clock)
  const focus = (focused: boolean) => {
    state.focused = focused
    window.dispatchEvent(new Event(focused ? 'focus' : 'blur'))
  }
  const show = (visibilityState: DocumentVisibilityState) => {
    document.visibilityState = visibilityState
    document.dispatchEvent(new Event('visibilitychange'))
  }
  return { activity, clock, window, focus, show }
}

test('each event carries the active time since the one before', async () => {
  const { activity, clock } = setUp()
  await clock.advance(1_200.6)
  expect(activity.take()).toBe(1_200)
  await clock.advance(800.6)
  expect(activity.take()).toBe(801)
  expect(activity.take()).toBe(0)
})

test('a prospect who walks away for an hour adds thirty seconds', async () => {
  const { activity, clock } = setUp()
  await clock.advance(3_600_000)
  expect(activity.take()).toBe(30_000)
})

test('moving the pointer keeps the clock running', async () => {
  const { activity, clock, window } = setUp()
  for (let minute = 0; minute < 4; minute += 1) {
    await clock.advance(20_000)
    window.dispatchEvent(new Event('pointermove'))
  }
  expect(activity.take()).toBe(80_000)
})

test('another tab or another window does not count', async () => {
  const { activity, clock, focus, show } = setUp()
  await clock.advance(1_000)
  show('hidden')
  await clock.advance(5_000)
  show('visible')
  await clock.advance(1_000)
  focus(false)
  await clock.advance(5_000)
  focus(true)
  await clock.advance(1_000)
  expect(activity.take()).toBe(3_000)
})

test('the focus moving within the page is no absence', async () => {
  const { activity, clock, window } = setUp()
  await clock.advance(1_000)
  window.dispatchEvent(new Event('blur'))
  await clock.advance(1_000)
  expect(activity.take()).toBe(2_000)
})

test('nothing is heard after stopping', async () => {
  const { activity, clock, window } = setUp()
  activity.stop()
  await clock.advance(25_000)
  window.dispatchEvent(new Event('keydown'))
  await clock.advance(25_000)
  expect(activity.take()).toBe(30_000)
})

import { expect, test } from 'vitest'
import { startRun } from '~/domain/demo/engine/run'
import { loadShippedDemo, sendEvent } from '#tests/support/play-demo'
import { earnedBy } from './earned'

const start = startRun(loadShippedDemo('order-to-cash'), { plan: 'premium', seed: 's', startedAt: 0 })
const form = sendEvent(start, ['NEW_ORDER'])
const saved = sendEvent(form, ['SAVE_ORDER', { customer: 'alder', product: 'cups', qty: 24 }])

test('a step that gets tasks done earns their points, and one that does not earns nothing', () => {
  expect(earnedBy(start, form)).toEqual([])
  const earned = earnedBy(form, saved)
  expect(earned).toHaveLength(2)
  expect(earned.every(({ points }) => points > 0)).toBe(true)
})

test('what was caught up or undone is not celebrated', () => {
  expect(earnedBy(start, saved)).toEqual([])
  expect(earnedBy(saved, form)).toEqual([])
})

import { expect, test } from 'vitest'
import { patienceIn, stuckReason, USUAL_PATIENCE_MS } from './stuck'

const memory = { offered: new Set<string>(), isOff: false }
const calm = { idleMs: 0, refusals: 0, hints: 0 }
const at = (signs: Partial<typeof calm>, more: Partial<typeof memory> = {}) =>
  stuckReason('pick', { ...calm, ...signs }, { patienceMs: 1_000, memory: { ...memory, ...more } })

test('help is offered after hesitation, a second refusal or two hints, and not before', () => {
  expect(at({ idleMs: 999, refusals: 1, hints: 1 })).toBeNull()
  expect(at({ idleMs: 1_000 })).toBe('hesitation')
  expect(at({ refusals: 2 })).toBe('refusals')
  expect(at({ hints: 2 })).toBe('hints')
})

test('it is offered once in a place, and never to who closed it', () => {
  expect(at({ refusals: 5 }, { offered: new Set(['pick']) })).toBeNull()
  expect(at({ refusals: 5 }, { offered: new Set(['ship']) })).toBe('refusals')
  expect(at({ idleMs: 99_000 }, { isOff: true })).toBeNull()
})

test('patience is what real trials needed there, of desks side by side the longest, else the usual', () => {
  expect(patienceIn(['pick'], { pick: 40_000 })).toBe(40_000)
  expect(patienceIn(['one', 'other'], { one: 5_000, other: 9_000 })).toBe(9_000)
  expect(patienceIn(['pick'], {})).toBe(USUAL_PATIENCE_MS)
})

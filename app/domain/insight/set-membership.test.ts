import { expect, test } from 'vitest'
import { isInSet, keysIn } from './set-membership'
import type { MeasuredTrial } from './measured-trial'
import { measureClock } from './measured-trial'

const NOW = new Date('2026-06-30T12:00:00Z')
const clock = measureClock(NOW, 30)
const DAY = 86_400_000
const ago = (ms: number) => new Date(NOW.getTime() - ms)

function trial(changes: Partial<MeasuredTrial>): MeasuredTrial {
  return {
    id: 't1',
    visitorId: 'v1',
    demoSlug: 'order-to-cash',
    revisionNumber: 1,
    plan: 'free',
    role: 'sales',
    locale: 'en',
    channel: 'direct',
    device: 'desktop',
    returning: 0,
    flags: [],
    farm: null,
    account: null,
    startedAt: ago(DAY),
    lastEventAt: ago(DAY),
    path: ['orders', 'pick'],
    lastState: 'pick',
    tasks: {},
    steps: 0,
    hints: 0,
    detours: 0,
    score: 0,
    activeMs: 0,
    wallMs: 0,
    outcome: null,
    stars: null,
    conversions: [],
    asks: [],
    ...changes,
  }
}

test('a trial is dropped after thirty idle minutes, not at thirty', () => {
  expect(isInSet({ name: 'running' }, trial({ lastEventAt: ago(30 * 60_000) }), clock)).toBe(true)
  expect(isInSet({ name: 'dropped' }, trial({ lastEventAt: ago(30 * 60_000 + 1) }), clock)).toBe(true)
})

test('a trial that ended, however it ended, is never dropped', () => {
  expect(isInSet({ name: 'dropped' }, trial({ outcome: 'success' }), clock)).toBe(false)
  expect(isInSet({ name: 'dropped' }, trial({ outcome: 'other' }), clock)).toBe(false)
  expect(isInSet({ name: 'finished' }, trial({ outcome: 'other' }), clock)).toBe(false)
})

test('a drop-off counts at the last state alone', () => {
  expect(keysIn('dropped-at', trial({}), clock)).toEqual(['pick'])
  expect(keysIn('entered', trial({ path: ['orders', 'pick', 'orders'] }), clock)).toEqual(['orders', 'pick'])
})

test('a last state that the trial never entered is the drop-off of no state', () => {
  expect(keysIn('dropped-at', trial({ lastState: 'paid' }), clock)).toEqual([])
  expect(keysIn('dropped-at', trial({ path: [], lastState: 'orders' }), clock)).toEqual([])
})

test('an edge taken twice counts once, a state entered twice gives its own edge', () => {
  const row = trial({ path: ['orders', 'pick', 'orders', 'pick'] })
  expect(keysIn('edge', row, clock)).toEqual(['orders>pick', 'pick>orders'])
})

test('a task is done when it was done, at whatever time, and offered when it is listed', () => {
  const row = trial({ tasks: { first: 0, second: null } })
  expect(keysIn('task-offered', row, clock)).toEqual(['first', 'second'])
  expect(keysIn('task-done', row, clock)).toEqual(['first'])
})

const purchase = (at: Date) => [{ goal: 'purchase' as const, at }]
const standingsOf = (row: MeasuredTrial) =>
  (['converted', 'early', 'matured', 'open', 'asked'] as const).filter((name) =>
    isInSet({ name }, row, clock),
  )

test('the window of a conversion includes its last instant', () => {
  const startedAt = ago(40 * DAY)
  const at = (ms: number) =>
    standingsOf(trial({ startedAt, conversions: purchase(new Date(startedAt.getTime() + ms)) }))
  expect(at(30 * DAY)).toEqual(['converted', 'matured'])
  expect(at(30 * DAY + 1)).toEqual(['matured'])
  expect(at(-1)).toEqual(['matured'])
})

test('a conversion that lies ahead of the clock has not happened', () => {
  expect(standingsOf(trial({ conversions: purchase(new Date(NOW.getTime() + 1)) }))).toEqual(['open'])
})

test('a trial matures by its age alone: one that converted young stands apart', () => {
  expect(standingsOf(trial({ startedAt: ago(30 * DAY) }))).toEqual(['open'])
  expect(standingsOf(trial({ startedAt: ago(30 * DAY + 1) }))).toEqual(['matured'])
  expect(standingsOf(trial({ conversions: purchase(ago(DAY)) }))).toEqual(['early'])
})

test('what the browser told of was asked, and is no conversion', () => {
  expect(standingsOf(trial({ asks: [{ goal: 'quote', at: ago(DAY) }] }))).toEqual(['open', 'asked'])
})

test('bars take in their lower bound, and the last has no end', () => {
  expect(keysIn('minutes', trial({ activeMs: 59_999 }), clock)).toEqual(['0'])
  expect(keysIn('minutes', trial({ activeMs: 60_000 }), clock)).toEqual(['1'])
  expect(keysIn('minutes', trial({ activeMs: 9e9 }), clock)).toEqual(['20'])
  expect(keysIn('score', trial({ score: 100 }), clock)).toEqual(['90'])
})

import { expect, test } from 'vitest'
import { isInSet, keysIn } from './set-membership'
import type { MeasuredTrial } from './measured-trial'
import { measureClock } from './measured-trial'
import type { PlainSet } from './trial-set'

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
    touch: null,
    restartedFrom: null,
    entry: 'start',
    device: 'desktop',
    returning: 0,
    flags: [],
    farm: null,
    account: null,
    startedAt: ago(DAY),
    lastEventAt: ago(DAY),
    path: ['orders', 'pick'],
    pathAt: [],
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
const statesOf = (row: MeasuredTrial) =>
  (['converted', 'early', 'matured', 'open', 'asked'] as const).filter((name) =>
    isInSet({ name }, row, clock),
  )

test('the window of a conversion includes its last instant', () => {
  const startedAt = ago(40 * DAY)
  const at = (ms: number) =>
    statesOf(trial({ startedAt, conversions: purchase(new Date(startedAt.getTime() + ms)) }))
  expect(at(30 * DAY)).toEqual(['converted', 'matured'])
  expect(at(30 * DAY + 1)).toEqual(['matured'])
  expect(at(-1)).toEqual(['matured'])
})

test('a conversion that lies ahead of the clock has not happened', () => {
  expect(statesOf(trial({ conversions: purchase(new Date(NOW.getTime() + 1)) }))).toEqual(['open'])
})

test('a trial matures by its age alone: one that converted young stands apart', () => {
  expect(statesOf(trial({ startedAt: ago(30 * DAY) }))).toEqual(['open'])
  expect(statesOf(trial({ startedAt: ago(30 * DAY + 1) }))).toEqual(['matured'])
  expect(statesOf(trial({ conversions: purchase(ago(DAY)) }))).toEqual(['early'])
})

test('what the browser told of was asked, and is no conversion', () => {
  expect(statesOf(trial({ asks: [{ goal: 'quote', at: ago(DAY) }] }))).toEqual(['open', 'asked'])
})

test('bars take in their lower bound, and the last has no end', () => {
  expect(keysIn('minutes', trial({ activeMs: 59_999 }), clock)).toEqual(['0'])
  expect(keysIn('minutes', trial({ activeMs: 60_000 }), clock)).toEqual(['1'])
  expect(keysIn('minutes', trial({ activeMs: 9e9 }), clock)).toEqual(['20'])
  expect(keysIn('score', trial({ score: 100 }), clock)).toEqual(['90'])
})

const plainSetsOf = (row: MeasuredTrial, of: readonly PlainSet[]) =>
  of.filter((name) => isInSet({ name }, row, clock))

test('a trial under way has started and is running', () => {
  const under = trial({ lastEventAt: ago(60_000) })
  expect(plainSetsOf(under, ['started', 'finished', 'ended', 'dropped', 'running'])).toEqual([
    'started',
    'running',
  ])
})

test.each([
  ['success', ago(DAY), 'finished'],
  ['success', NOW, 'finished'],
  ['other', ago(DAY), 'ended'],
  ['other', NOW, 'ended'],
  [null, ago(DAY), 'dropped'],
  [null, ago(30 * 60_000 + 1), 'dropped'],
  [null, ago(30 * 60_000), 'running'],
  [null, NOW, 'running'],
] as const)('with the outcome %s and the last event at %j a trial is %s', (outcome, lastEventAt, is) => {
  const ways = ['finished', 'ended', 'dropped', 'running'] as const
  expect(plainSetsOf(trial({ outcome, lastEventAt }), ways)).toEqual([is])
})

test.each([
  ['success', 0, ['way-known', 'ideal-way']],
  ['success', 1, ['way-known', 'detoured']],
  ['success', null, []],
  ['other', 0, ['way-known']],
  [null, 0, ['way-known']],
  [null, 3, ['way-known', 'detoured']],
  [null, null, []],
] as const)('with the outcome %s and %s detours a trial belongs to %j', (outcome, detours, sets) => {
  expect(plainSetsOf(trial({ outcome, detours }), ['way-known', 'detoured', 'ideal-way'])).toEqual(sets)
})

test('one hint makes a trial hinted, one star makes it rated', () => {
  expect(plainSetsOf(trial({}), ['hinted', 'rated'])).toEqual([])
  expect(plainSetsOf(trial({ hints: 1 }), ['hinted', 'rated'])).toEqual(['hinted'])
  expect(plainSetsOf(trial({ stars: 1 }), ['hinted', 'rated'])).toEqual(['rated'])
})

test('a simulated trial is flagged only when something else flags it too', () => {
  const setsOf = (...flags: string[]) => plainSetsOf(trial({ flags }), ['simulated', 'flagged'])
  expect(setsOf()).toEqual([])
  expect(setsOf('simulated')).toEqual(['simulated'])
  expect(setsOf('internal')).toEqual(['flagged'])
  expect(setsOf('simulated', 'bot-agent')).toEqual(['simulated', 'flagged'])
})

test('a whole path is one key, and a trial without states has neither path nor step', () => {
  const keysOf = (path: string[]) => [
    keysIn('path', trial({ path }), clock),
    keysIn('edge', trial({ path }), clock),
  ]
  expect(keysOf(['orders', 'pick', 'paid'])).toEqual([['orders>pick>paid'], ['orders>pick', 'pick>paid']])
  expect(keysOf(['orders'])).toEqual([['orders'], []])
  expect(keysOf([])).toEqual([[], []])
})

test('a drop-off needs the trial to be dropped', () => {
  expect(keysIn('dropped-at', trial({ lastEventAt: NOW }), clock)).toEqual([])
  expect(keysIn('dropped-at', trial({ outcome: 'other' }), clock)).toEqual([])
})

test('what is not known of a trial puts it under no key', () => {
  const unknown = trial({ stars: null, score: null, farm: null })
  const known = trial({ stars: 4, score: 0, farm: 'farm-1' })
  const keysOf = (row: MeasuredTrial) =>
    (['stars', 'score', 'farm'] as const).map((family) => keysIn(family, row, clock))
  expect(keysOf(unknown)).toEqual([[], [], []])
  expect(keysOf(known)).toEqual([['4'], ['0'], ['farm-1']])
})

test('scores stand in tens, active time in minutes', () => {
  const barOf = (changes: Partial<MeasuredTrial>, family: 'score' | 'minutes') =>
    keysIn(family, trial(changes), clock)
  expect([9, 10, 89, 90].flatMap((score) => barOf({ score }, 'score'))).toEqual(['0', '10', '80', '90'])
  expect([0, 1_199_999, 1_200_000].flatMap((activeMs) => barOf({ activeMs }, 'minutes'))).toEqual([
    '0',
    '19',
    '20',
  ])
})

test('a trial is in the set of a key when that key is one of its own', () => {
  const isAt = (key: string) => isInSet({ family: 'entered', key }, trial({}), clock)
  expect(['orders', 'pick', 'paid', 'order'].map(isAt)).toEqual([true, true, false, false])
})

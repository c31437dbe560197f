import { expect, test } from 'vitest'
import { approvalSource } from './fixtures/approval'
import { fulfilmentSource } from './fixtures/fulfilment'
import { compiledFrom } from './fixtures/compiled'
import { startRun, type Run } from './run'
import { countDetours, scoreRun } from './score'

const compiled = compiledFrom(approvalSource)
const ideal = { events: [], path: ['requests', 'new-request', 'waiting', 'checked', 'approved'] }

function run(changes: Partial<Run>): Run {
  return { ...startRun(compiled, { plan: 'free', seed: 's', startedAt: 0 }), ...changes }
}

const done = { offeredAt: 0, doneAt: 1 }
const open = { offeredAt: 0, doneAt: null }

test('the score is the share of task weight, less hints and detours', () => {
  const all = { ask: done, approve: done, check: open }
  expect(scoreRun(run({ tasks: all, path: ideal.path }), ideal).score).toBe(100)
  expect(scoreRun(run({ tasks: { ...all, approve: open }, path: ideal.path }), ideal).score).toBe(40)
  expect(scoreRun(run({ tasks: all, path: ideal.path, hints: 2 }), ideal).score).toBe(90)
  const detour = [...ideal.path, 'requests', 'fix-request']
  expect(scoreRun(run({ tasks: all, path: detour }), ideal)).toMatchObject({ score: 96, detours: 2 })
})

test('an optional task makes up for what was lost, and never gives more than 100', () => {
  const all = { ask: done, approve: done, check: done }
  expect(scoreRun(run({ tasks: all, path: ideal.path, hints: 2 }), ideal).score).toBe(100)
})

test('the score is never under 0, and without an ideal path there are no detours', () => {
  const none = { ask: open, approve: open, check: open }
  expect(scoreRun(run({ tasks: none, hints: 50 }), null)).toMatchObject({ score: 0, detours: 0 })
})

test('the end of a region is no detour, whatever way led to it', () => {
  const compiled = compiledFrom(fulfilmentSource)
  const begun = startRun(compiled, { plan: 'free', seed: 's', startedAt: 0 })
  const path = [...begun.path, 'to-pack', 'to-bill', 'packed', 'billed', 'packed', 'finished']
  const way = { events: [], path: [...begun.path, 'to-pack', 'to-bill', 'packed', 'billed', 'finished'] }
  expect(scoreRun({ ...begun, path }, way).detours).toBe(0)
  expect(scoreRun({ ...begun, path: [...path, 'to-bill'] }, way).detours).toBe(1)
})

test('detours are the multiset difference', () => {
  expect(countDetours(['a', 'b', 'a', 'c'], ['a', 'b', 'c'])).toBe(1)
  expect(countDetours(['a'], ['a', 'b'])).toBe(0)
  expect(countDetours([], ['a'])).toBe(0)
})

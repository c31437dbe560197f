import { expect, test } from 'vitest'
import { summarize } from './summary'
import { compiledFrom } from '~/domain/demo/fixtures/compiled'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { prove } from '~/domain/demo/proof/prove'
import { canonicalRun, replay } from '~/domain/demo/engine/replay'
import { configurationKey, restoreRun, snapshotRun, startRun } from '~/domain/demo/engine/run'
import { scoreRun } from '~/domain/demo/engine/score'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'

/** The approval demo with a task that is offered once a reason is missing. */
const source = approvalSource.replace(
  '  check: {',
  `  explain: { title: { en: Give the reason, zh: 说明理由, es: Dar el motivo }, offered: "world.requests.exists(r, r.amount > 1000 && r.reason == '')", done: "world.requests.exists(r, r.reason != '')", weight: 50 }\n  check: {`,
)
const compiled = compiledFrom(source)
const start = { plan: 'premium', seed: 's', startedAt: 0 }
const trace = (
  amount: number,
  events: { type: string; data?: Record<string, string | number | boolean> }[],
) =>
  [
    { type: 'NEW_REQUEST' },
    { type: 'SAVE_REQUEST', data: { who: 'p1', what: 'Server', amount } },
    ...events,
  ].map((event, index) => ({ ...event, seq: index + 1, at: (index + 1) * 1000, activeMs: 500 }))
const APPROVE = { type: 'APPROVE', data: { fast: false } }
const TIME = { activeMs: 0, wallMs: 0 }

test('a task is offered once its condition has held, and stays offered', () => {
  expect(Object.keys(startRun(compiled, start).tasks)).toEqual(['ask', 'approve', 'check'])
  const asked = replay(compiled, start, trace(5000, [])).run
  expect(asked.tasks.explain).toEqual({ offeredAt: 2000, doneAt: null })
  const told = replay(compiled, start, trace(5000, [{ type: 'ADD_REASON', data: { reason: 'Backups' } }])).run
  expect(told.tasks.explain).toEqual({ offeredAt: 2000, doneAt: 3000 })
  expect(Object.keys(told.tasks)).toEqual(['ask', 'approve', 'explain', 'check'])
})

test('a task that was never offered counts in no total and is in no summary', () => {
  const small = replay(compiled, start, trace(900, [APPROVE])).run
  expect(scoreRun(small)).toMatchObject({ score: 100 })
  expect(scoreRun(small).tasks.map((task) => task.id)).not.toContain('explain')
  expect(Object.keys(summarize(small, TIME).tasks)).not.toContain('explain')
})

test('a task that was offered counts, done or not', () => {
  const open = replay(compiled, start, trace(5000, [])).run
  expect(scoreRun(open).score).toBe(Math.round((100 * 40) / 150))
  expect(summarize(open, TIME).tasks).toEqual({ ask: 2000, approve: null, explain: null, check: null })
})

test('what was offered is part of a configuration and survives a snapshot', () => {
  const open = replay(compiled, start, trace(5000, [])).run
  const { explain: _explain, ...others } = open.tasks
  expect(configurationKey(open)).not.toBe(configurationKey({ ...open, tasks: others }))
  expect(canonicalRun(restoreRun(compiled, snapshotRun(open)))).toBe(canonicalRun(open))
})

test('the shortest complete way does not go out of its way to be offered more', () => {
  const proof = prove(compiled)
  expect(proof.status).toBe('proven')
  const premium = proof.runs.find((run) => run.plan === 'premium')
  expect(premium?.ideal?.path).not.toContain('fix-request')
  expect(premium?.problems.map((one) => one.code)).not.toContain('undone-task')
})

test('the condition of an offer is checked like every other', () => {
  const { problems } = parseDemoSource(
    source.replace('r.amount > 1000 && r.reason', 'r.amout > 1000 && r.reason'),
  )
  expect(problems.map((one) => [one.at, one.code])).toContainEqual([
    'tasks.explain.offered',
    'unknown-world-path',
  ])
})

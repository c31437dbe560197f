import { expect, test } from 'vitest'
import { findTrial } from '#db/queries/trials'
import { writeCount } from '#db/queries/trial-counting'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { COUNTING_VERSION, SCORED_SINCE } from '~/domain/trial/summary'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { acceptEvents } from '~/features/collect/events/accept-events.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { systemContext } from '~/platform/context/context'
import { chartRevisions } from './chart-revisions.server'
import { recountPast } from './recount-past.server'
import { recountTrials } from './recount-trials.server'

const EVENTS: Pick<TraceEvent, 'type' | 'data'>[] = [
  { type: '@hint' },
  { type: '@hint' },
  { type: 'NEW_REQUEST' },
  { type: 'SAVE_REQUEST', data: { who: 'p1', what: 'Laptop', amount: 5_000 } },
  { type: 'ADD_REASON', data: { reason: 'Old one broke' } },
  { type: 'APPROVE', data: { fast: false } },
]

async function finish(test: TestApp) {
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: { demo: 'request-approval', plan: 'premium' } })
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  const events = EVENTS.map((event, index) => ({
    ...event,
    seq: index + 1,
    at: index * 3_000,
    activeMs: 2_000,
  }))
  await acceptEvents({ ctx, input: { trial: trial.id, events } })
  return trial
}

/** Leaves what an earlier way of counting left: another count, and proofs that do not know the remaining way. */
async function age({ app: { sql } }: TestApp) {
  await sql`update trial set counting = 0, detours = 7, score = 3, hints = 2, steps = 4, path_at = '{}'`
  await sql`
    update revision set proof = jsonb_set(proof, '{runs}', (
      select jsonb_agg(run - 'ways' order by place) from jsonb_array_elements(proof -> 'runs') with ordinality as runs(run, place)))`
}

test('trials of the past come to what they would come to today, once', async () => {
  await using test = await createTestApp()
  const { db, sql } = test.app
  await publishDemo(db, approvalSource)
  const trials = [await finish(test), await finish(test), await finish(test)]
  const today = await Promise.all(trials.map((trial) => findTrial(db, trial)))
  expect(today[0]).toMatchObject({
    steps: 4,
    hints: 1,
    detours: 1,
    path: ['requests', 'new-request', 'fix-request', 'waiting', 'approved'],
    pathAt: [0, 6_000, 9_000, 12_000, 15_000],
    counting: COUNTING_VERSION,
    outcome: 'success',
  })
  await age(test)
  const app = await test.another()
  await recountPast({ ctx: systemContext(app, 'test') })
  expect(await Promise.all(trials.map((trial) => findTrial(db, trial)))).toEqual(today)
  const [again] = await sql<{ at: string }[]>`select max(xmin::text::bigint)::text as at from trial`
  await recountPast({ ctx: systemContext(app, 'test') })
  expect(await sql`select max(xmin::text::bigint)::text as at from trial`).toEqual([again])
})

test('a round that ended early is gone on with, and what is not yet proven again waits', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  for (let count = 0; count < 3; count += 1) await finish(test)
  await age(test)
  const app = await test.another()
  expect(await recountTrials(app)).toBe(0)
  expect([await chartRevisions(app), await chartRevisions(app)]).toEqual([1, 0])
  expect(await recountTrials(app, { batch: 1, most: 1 })).toBe(1)
  expect(await recountTrials(app, { batch: 2 })).toBe(2)
  expect(await recountTrials(app)).toBe(0)
})

test('what a trace cannot tell any more is unknown, never none', async () => {
  await using test = await createTestApp()
  const { db, sql } = test.app
  await publishDemo(db, approvalSource)
  const trial = await finish(test)
  await age(test)
  await sql`delete from trial_event where trial_id = ${trial.id}`
  await recountPast({ ctx: systemContext(await test.another(), 'test') })
  expect(await findTrial(db, trial)).toMatchObject({ steps: 4, hints: 2, detours: null, score: null })
})

test('without a trace, what the same rules of score gave stays known, and only the times of its path are unknown', async () => {
  await using test = await createTestApp()
  const { db, sql } = test.app
  await publishDemo(db, approvalSource)
  const trial = await finish(test)
  await sql`update trial set counting = ${SCORED_SINCE}, path_at = '{}'`
  await sql`delete from trial_event where trial_id = ${trial.id}`
  const before = await findTrial(db, trial)
  await recountPast({ ctx: systemContext(await test.another(), 'test') })
  expect(await findTrial(db, trial)).toEqual({ ...before, counting: COUNTING_VERSION })
  expect(before).toMatchObject({ detours: 1, pathAt: [] })
})

test('a trial that went on meanwhile keeps what it came to', async () => {
  await using test = await createTestApp()
  const { db } = test.app
  await publishDemo(db, approvalSource)
  const trial = await finish(test)
  const before = await findTrial(db, trial)
  const count = { steps: 0, hints: 0, detours: 9, score: 0, counting: COUNTING_VERSION }
  expect(await writeCount(db, { ...trial, lastSeq: 2 }, count)).toBe(false)
  expect(await findTrial(db, trial)).toEqual(before)
})

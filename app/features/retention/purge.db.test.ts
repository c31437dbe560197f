import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { ensurePartitions, partitionName } from '#db/partitions'
import { listAuditEntries } from '#db/queries/audit'
import { listPastTrials } from '#db/queries/retention'
import { findTrial } from '#db/queries/trials'
import type { TrialRow } from '#db/queries/trials'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { readConversion } from '~/features/boards/conversion/read-conversion.server'
import { readFeedback } from '~/features/boards/feedback/read-feedback.server'
import { readReplay } from '~/features/boards/replay/read-replay.server'
import { listTrials } from '~/features/boards/trials/list-trials.server'
import { acceptEvents } from '~/features/collect/events/accept-events.server'
import { rateTrial } from '~/features/collect/trials/rate-trial.server'
import { readTrial } from '~/features/collect/trials/read-trial.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { systemContext } from '~/platform/context/context'
import type { App, Context } from '~/platform/context/context'
import { purgeOldData } from './purge.server'

const NOW = new Date('2026-03-20T10:00:00Z')
const purge = (app: App) => purgeOldData({ ctx: systemContext(app, 'test') })

const CONTACT = { name: 'Ann Lee', email: 'ann@alder.example', company: 'Alder' }

/** A trial with a step, a rating and a quote, begun at a moment, in the partition of its month. */
async function tried(test: TestApp, at: string): Promise<{ ctx: Context; trial: TrialRow }> {
  test.clock.at = new Date(at)
  const month = { year: test.clock.at.getUTCFullYear(), month: test.clock.at.getUTCMonth() + 1 }
  await ensurePartitions(test.app.sql, { first: month, last: month })
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: { demo: 'request-approval', plan: 'free' } })
  await acceptEvents({
    ctx,
    input: { trial: trial.id, events: [{ seq: 1, at: 1_000, type: 'NEW_REQUEST', activeMs: 500 }] },
  })
  await rateTrial({ ctx, input: { trial: trial.id, stars: 4, comment: 'clear' } })
  await recordConversion({ ctx, input: { id: uuidv7(), goal: 'quote', contact: CONTACT } })
  return { ctx, trial }
}

const partitions = async (test: TestApp): Promise<string[]> =>
  (
    await test.app.sql<{ name: string }[]>`
      select inhrelid::regclass::text as name from pg_inherits where inhparent = 'trial_event'::regclass`
  ).map(({ name }) => name)

test('traces go by whole months, and what the trials came to stays', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const old = await tried(test, '2025-01-31T23:59:59Z')
  const kept = await tried(test, '2025-02-01T00:00:00Z')
  test.clock.at = NOW
  expect(await purge(test.app)).toEqual({ traces: ['trial_event_2025_01'], trials: 0, visitors: 0 })
  expect(await partitions(test)).not.toContain(partitionName({ year: 2025, month: 1 }))
  const stays = { lastSeq: 1, path: ['requests', 'new-request'] }
  expect(await findTrial(test.app.db, old.trial)).toMatchObject(stays)
  const [read, other] = await Promise.allSettled(
    [old, kept].map(({ ctx, trial }) => readTrial({ ctx, input: { trial: trial.id } })),
  )
  expect(read).toMatchObject({ reason: { code: 'gone', details: { reason: 'trace-let-go' } } })
  expect(other).toMatchObject({ value: { trace: [{ seq: 1 }] } })
})

test('an event that comes late for a trial without its trace is told so, and changes nothing', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const { ctx, trial } = await tried(test, '2025-01-10T10:00:00Z')
  test.clock.at = NOW
  await purge(test.app)
  test.app.trials.forget(trial.id)
  const late = { seq: 2, at: 2_000, type: '@hint', activeMs: 0 }
  const answer = acceptEvents({ ctx, input: { trial: trial.id, events: [late] } })
  await expect(answer).rejects.toMatchObject({ code: 'gone', details: { reason: 'trace-let-go' } })
  expect(await findTrial(test.app.db, trial)).toMatchObject({ lastSeq: 1 })
})

test('the replay of such a trial says that its steps were purged and shows what is known', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const { trial } = await tried(test, '2025-01-10T10:00:00Z')
  const input = { trialId: trial.id }
  expect(await readReplay({ ctx: asStaff(test, 'growth'), input })).toMatchObject({ traceGone: false })
  test.clock.at = NOW
  await purge(test.app)
  const view = await readReplay({ ctx: asStaff(test, 'growth'), input })
  expect(view).toMatchObject({ traceGone: true, path: ['requests', 'new-request'], facts: { stars: 4 } })
})

test('of old trials the counts of their month stay, of their visitors nothing', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const old = await tried(test, '2024-01-10T10:00:00Z')
  const alsoOld = await tried(test, '2024-01-20T10:00:00Z')
  const kept = await tried(test, '2024-02-01T00:00:00Z')
  test.clock.at = NOW
  expect(await purge(test.app)).toMatchObject({ trials: 2, visitors: 2 })
  expect(await listPastTrials(test.app.db)).toEqual([
    { month: '2024-01', demoSlug: 'request-approval', trials: 2, finished: 0, converted: 2 },
  ])
  for (const { visitorId } of [old.trial, alsoOld.trial]) {
    for (const table of ['visitor', 'trial', 'rating', 'conversion', 'visitor_contact']) {
      const rows = await test.app.sql`select 1 from ${test.app.sql(table)} where visitor_id = ${visitorId}`
      expect(rows, table).toHaveLength(0)
    }
  }
  expect(await findTrial(test.app.db, kept.trial)).not.toBeNull()
  const [entry] = await listAuditEntries(test.app.db, { limit: 1 })
  expect(entry).toMatchObject({ action: 'retention.purge', data: { trials: 2, visitors: 2 } })
  expect(await purge(test.app)).toEqual({ traces: [], trials: 0, visitors: 0 })
})

test('a visitor who came back keeps what is younger, a purchase told lately included', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const { ctx, trial } = await tried(test, '2024-01-10T10:00:00Z')
  test.clock.at = new Date('2026-03-01T10:00:00Z')
  await recordConversion({ ctx, input: { id: uuidv7(), goal: 'sign-up' } })
  test.clock.at = NOW
  expect(await purge(test.app)).toMatchObject({ trials: 1, visitors: 0 })
  expect(await findTrial(test.app.db, trial)).toBeNull()
  const left = await test.app.sql`select goal, trial_id from conversion`
  expect(left).toMatchObject([{ goal: 'sign-up', trial_id: null }])
})

test('two instances that tend at the same time count every trial once', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  for (const day of ['05', '06', '07', '08']) await tried(test, `2024-01-${day}T10:00:00Z`)
  test.clock.at = NOW
  const done = await Promise.all([purge(test.app), purge(await test.another())])
  expect(done.reduce((sum, { trials }) => sum + trials, 0)).toBe(4)
  expect(await listPastTrials(test.app.db)).toMatchObject([{ trials: 4 }])
})

test('old trials go although one of them is held by another transaction', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const { trial } = await tried(test, '2024-01-05T10:00:00Z')
  await test.app.sql`
    with old as (select gen_random_uuid() as visitor_id from generate_series(1, 600)),
      come as (insert into visitor (visitor_id) select visitor_id from old)
    insert into trial (visitor_id, id, demo_slug, revision_id, revision_number, plan, role, locale, seed, started_at, device, last_event_at, last_state)
    select old.visitor_id, gen_random_uuid(), demo_slug, revision_id, revision_number, plan, role, locale, seed, started_at, device, last_event_at, last_state
    from trial, old where trial.id = ${trial.id}`
  test.clock.at = NOW
  const done = await test.app.db.transaction(async (tx) => {
    await tx.execute(
      sql`select from trial where visitor_id = ${trial.visitorId} and id = ${trial.id} for update`,
    )
    return purge(test.app)
  })
  expect(done).toMatchObject({ trials: 600 })
  expect(await findTrial(test.app.db, trial)).not.toBeNull()
})

test('an old visitor who comes back in the very moment of tending keeps the new trial', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const { ctx, trial } = await tried(test, '2024-01-10T10:00:00Z')
  test.clock.at = NOW
  const month = { year: 2026, month: 3 }
  await ensurePartitions(test.app.sql, { first: month, last: month })
  await test.app.sql`delete from trial where id = ${trial.id}`
  await test.app.sql`delete from conversion`
  const came = await test.app.db.transaction(async (tx) => {
    const held = { ...ctx, db: tx as typeof ctx.db }
    const back = await startTrial({ ctx: held, input: { demo: 'request-approval', plan: 'free' } })
    const tending = purge(test.app)
    await settledOrBlocked(test, tending)
    return { back, tending }
  })
  expect(await came.tending).toMatchObject({ visitors: 0 })
  expect(await findTrial(test.app.db, came.back)).not.toBeNull()
})

/** Until the work is done or waits for a lock. */
async function settledOrBlocked({ app }: TestApp, work: Promise<unknown>): Promise<void> {
  let settled = false
  void work.finally(() => (settled = true))
  const waits = () =>
    app.sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while (!settled && (await waits()).length === 0) await new Promise((resolve) => setImmediate(resolve))
}

test('what is purged leaves the copy for boards: trials, ratings and conversions, month by month', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  for (const at of ['2024-01-10T10:00:00Z', '2024-01-31T23:59:59Z', '2024-02-01T00:00:00Z'])
    await tried(test, at)
  test.clock.at = NOW
  const ctx = asStaff(test, 'growth')
  const everything = { range: 'all', flagged: 'in' }
  const counted = async () => {
    await test.app.columns.catchUp()
    const { count, trials } = await listTrials({ ctx, input: everything })
    const { counts } = await readFeedback({ ctx, input: everything })
    const ratings = counts.filter(({ kind }) => kind === 'rating').reduce((sum, one) => sum + one.count, 0)
    const { measure } = await readConversion({ ctx, input: everything })
    return { count, first: trials.at(-1)?.startedAt.toISOString(), ratings, asked: measure.asked.numerator }
  }
  expect(await counted()).toEqual({ count: 3, first: '2024-01-10T10:00:00.000Z', ratings: 3, asked: 3 })
  expect(await purge(test.app)).toMatchObject({ trials: 2 })
  expect(await counted()).toEqual({ count: 1, first: '2024-02-01T00:00:00.000Z', ratings: 1, asked: 1 })
})

import { expect, test } from 'vitest'
import { listEvents } from '#db/queries/trial-events'
import type { TrialRow } from '#db/queries/trials'
import { WALK, hints, trace } from '#tests/support/approval-trace'
import { expectReplay } from '#tests/support/expect-replay'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { TestBrowser, serveApi } from '#tests/support/test-server'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { App, Context } from '~/platform/context/context'
import { acceptEvents } from './accept-events.server'
import { createCollector } from './collector.server'
import { startTrial } from '../trials/start-trial.server'

const HOUR_MS = 3_600_000
interface Going {
  ctx: Context
  trial: TrialRow
}

async function begin(test: TestApp): Promise<Going> {
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: { demo: 'request-approval', plan: 'premium' } })
  return { ctx, trial }
}

async function setUp(test: TestApp): Promise<Going> {
  await publishDemo(test.app.db, approvalSource)
  const going = await begin(test)
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  return going
}

const send = ({ ctx, trial }: Going, events: TraceEvent[]) =>
  acceptEvents({ ctx, input: { trial: trial.id, events } })

const on = ({ ctx, trial }: Going, app: App): Going => ({ ctx: { ...ctx, ...app }, trial })

/** Until `count` statements of other sessions wait for a lock. */
async function untilBlocked({ sql }: App, count: number): Promise<void> {
  for (;;) {
    const rows = await sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    if (rows.length >= count) return
  }
}

/** Nothing can be written to the trace until the gift is called. Reading goes on. */
async function blockWriting({ sql }: App): Promise<() => Promise<void>> {
  const connection = await sql.reserve()
  await connection`begin`
  await connection`lock table trial_event in share mode`
  return async () => {
    await connection`rollback`
    connection.release()
  }
}

test('the same batch sent to two instances at once is taken once', async () => {
  await using test = await createTestApp()
  const going = await setUp(test)
  const other = await test.another()
  const answers = await Promise.all([
    send(going, trace(WALK)),
    send(on(going, other), trace(WALK)),
    send(going, trace(WALK)),
    send(on(going, other), trace(WALK)),
  ])
  expect(answers.map(({ lastSeq }) => lastSeq)).toEqual([3, 3, 3, 3])
  expect(await expectReplay([test.app, other], going.trial)).toMatchObject({ lastSeq: 3, activeMs: 2_700 })
})

test('of two tabs that go different ways from the same step one is taken and the other is told', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const other = await test.another()
  for (const instance of [test.app, other]) {
    const going = await begin(test)
    test.clock.at = new Date(test.clock.at.getTime() + 60_000)
    const tabs = await Promise.allSettled([
      send(going, trace(WALK.slice(0, 2))),
      send(on(going, instance), trace([{ type: '@hint' }, { type: 'NEW_REQUEST' }])),
    ])
    const taken = tabs.filter(({ status }) => status === 'fulfilled')
    expect(taken).toHaveLength(1)
    const told = tabs.find((tab) => tab.status === 'rejected')
    expect(told?.reason).toMatchObject({ code: 'conflict', details: { seq: 1 } })
    expect(await expectReplay([test.app, instance], going.trial)).toMatchObject({ lastSeq: 2 })
  }
})

test('two instances that take turns on many trials at once agree on each', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const other = await test.another()
  const goings = await Promise.all(Array.from({ length: 12 }, () => begin(test)))
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  for (let turn = 0; turn < 8; turn += 1) {
    test.clock.at = new Date(test.clock.at.getTime() + 5_000)
    await Promise.all(
      goings.map((going, index) =>
        send((turn + index) % 2 === 0 ? going : on(going, other), hints(5, turn * 5 + 1)),
      ),
    )
  }
  for (const { trial } of goings)
    expect(await expectReplay([test.app, other], trial)).toMatchObject({ lastSeq: 40, hints: 1, steps: 0 })
})

test('batches of many trials that arrive together are written together', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const goings = await Promise.all(Array.from({ length: 30 }, () => begin(test)))
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  await Promise.all(goings.map((going) => send(going, trace(WALK))))
  const { values } = await test.app.metrics.groupBatches.get()
  const groups = values.find(({ metricName }) => metricName?.endsWith('_count'))?.value
  expect(groups).toBeLessThanOrEqual(3)
  for (const { trial } of goings) expect(await expectReplay(test.app, trial)).toMatchObject({ lastSeq: 3 })
})

test('a batch that is refused, forked or early harms no other of its group', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const [refused, early, strange, ...good] = await Promise.all(Array.from({ length: 9 }, () => begin(test)))
  if (!refused || !early || !strange) throw new Error('nine trials')
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  const stranger = { ...strange, ctx: test.as() }
  const outcomes = await Promise.allSettled([
    send(refused, trace([{ type: 'NEW_REQUEST' }, { type: 'WIN' }])),
    send(early, hints(2, 5)),
    send(stranger, trace(WALK)),
    ...good.map((going) => send(going, trace(WALK))),
  ])
  const codes = outcomes.map((one) => (one.status === 'rejected' ? one.reason.code : one.value.lastSeq))
  expect(codes).toEqual(['event-refused', 'sequence-gap', 'not-found', 3, 3, 3, 3, 3, 3])
  expect(await expectReplay(test.app, refused.trial)).toMatchObject({ lastSeq: 1 })
  expect(await expectReplay(test.app, early.trial)).toMatchObject({ lastSeq: 0 })
  expect(await expectReplay(test.app, strange.trial)).toMatchObject({ lastSeq: 0 })
})

test('a batch that the database refuses is alone in its failure', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const goings = await Promise.all(Array.from({ length: 6 }, () => begin(test)))
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  await test.app.sql.unsafe(`
    create function refuse_poison() returns trigger language plpgsql as $$
    begin
      if new.trial_id = '${goings[2]?.trial.id}' then raise exception 'poison'; end if;
      return new;
    end $$;
    create trigger refuse_poison before insert on trial_event for each row execute function refuse_poison()`)
  const outcomes = await Promise.allSettled(goings.map((going) => send(going, trace(WALK))))
  expect(outcomes.map(({ status }) => status)).toEqual(
    goings.map((_, index) => (index === 2 ? 'rejected' : 'fulfilled')),
  )
  for (const [index, { trial }] of goings.entries())
    expect(await expectReplay(test.app, trial)).toMatchObject({ lastSeq: index === 2 ? 0 : 3 })
})

test('a crash between verifying and committing takes nothing, and the retry takes everything', async () => {
  await using test = await createTestApp()
  const going = await setUp(test)
  const goOn = await blockWriting(test.app)
  const first = send(going, trace(WALK)).then(
    () => 'taken',
    () => 'lost',
  )
  await untilBlocked(test.app, 1)
  await test.app.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  await goOn()
  expect(await first).toBe('lost')
  expect(await expectReplay(test.app, going.trial)).toMatchObject({ lastSeq: 0 })
  expect(await send(going, trace(WALK))).toMatchObject({ lastSeq: 3, status: 'done' })
  expect(await expectReplay(test.app, going.trial)).toMatchObject({ lastSeq: 3, activeMs: 2_700 })
})

test('a retry that comes while the first attempt still waits is taken once', async () => {
  await using test = await createTestApp()
  const going = await setUp(test)
  const other = await test.another()
  const goOn = await blockWriting(test.app)
  const first = send(going, trace(WALK.slice(0, 2)))
  await untilBlocked(test.app, 1)
  const retries = [send(going, trace(WALK)), send(on(going, other), trace(WALK))]
  await untilBlocked(test.app, 2)
  await goOn()
  expect(await first).toMatchObject({ lastSeq: 2 })
  for (const retry of retries) expect(await retry).toMatchObject({ lastSeq: 3 })
  expect(await expectReplay([test.app, other], going.trial)).toMatchObject({ lastSeq: 3 })
})

test('a tab that was offline for a day is taken in, in order, with its true offsets', async () => {
  await using test = await createTestApp()
  const going = await setUp(test)
  const events = hints(450).map((event, index) => ({ ...event, at: index * 180_000, activeMs: 20_000 }))
  test.clock.at = new Date(going.trial.startedAt.getTime() + 24 * HOUR_MS)
  for (let from = 0; from < events.length; from += 200) await send(going, events.slice(from, from + 200))
  const stored = await listEvents(test.app.db, going.trial)
  expect(stored.map(({ at }) => at)).toEqual(events.map(({ at }) => at))
  expect(await expectReplay(test.app, going.trial)).toMatchObject({
    lastSeq: 450,
    flags: [],
    wallMs: 449 * 180_000,
  })
})

test('when more waits than there is room for, the answer is 503 with Retry-After, and nothing is taken', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const app: App = {
    ...test.app,
    collector: createCollector({ ...test.app, collectBy: 'group' }, { waitingJobs: 2, workers: 1 }),
  }
  await using server = await serveApi(app)
  const browsers = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const browser = new TestBrowser(server.origin)
      const { body } = await browser.call('POST', '/api/v1/trials', {
        demo: 'request-approval',
        plan: 'premium',
      })
      return { trial: String(body['id']), browser }
    }),
  )
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  const goOn = await blockWriting(app)
  const post = ({ browser, trial }: (typeof browsers)[number]) =>
    browser.call('POST', `/api/v1/trials/${trial}/events`, { trial, events: trace(WALK) })
  const [first, ...others] = browsers
  if (!first) throw new Error('five browsers')
  const answers = [post(first)]
  await untilBlocked(app, 1)
  answers.push(...others.map(post))
  const refused = await Promise.race(answers)
  expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  expect(refused.headers.get('retry-after')).toBe('2')
  await goOn()
  const statuses = (await Promise.all(answers)).map(({ status }) => status)
  expect(statuses.sort()).toEqual([200, 200, 200, 503, 503])
  for (const browser of browsers)
    expect(await post(browser)).toMatchObject({ status: 200, body: { lastSeq: 3 } })
  const [stored] = await test.app.sql<{ n: number }[]>`select count(*)::int as n from trial_event`
  expect(stored?.n).toBe(15)
})

test('an instance that closes writes what it has taken and refuses what comes after', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const goings = await Promise.all(Array.from({ length: 8 }, () => begin(test)))
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  const collector = createCollector({ ...test.app, collectBy: 'group' }, { groupJobs: 2, workers: 1 })
  const through = goings.map(({ ctx, trial }) => ({ trial, ctx: { ...ctx, collector } }))
  const answers = through.map((going) => send(going, trace(WALK)))
  await collector.drain()
  expect((await Promise.all(answers)).map(({ lastSeq }) => lastSeq)).toEqual(goings.map(() => 3))
  for (const { trial } of goings) await expectReplay(test.app, trial)
  const [late] = through
  if (!late) throw new Error('eight trials')
  await expect(send(late, trace(WALK))).rejects.toMatchObject({
    code: 'unavailable',
    details: { retryAfter: 2 },
  })
})

import type { Worker } from 'node:worker_threads'
import pino from 'pino'
import { expect, test, vi } from 'vitest'
import { createTestDatabase } from '#db/testing'
import { hints } from '#tests/support/approval-trace'
import { expectReplay } from '#tests/support/expect-replay'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { acceptEvents } from '~/features/collect/events/accept-events.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { createCollectorThreads } from './collector-threads'
import { createMetrics } from '~/platform/metrics'
import { startThread } from './start-thread'

const TRIALS = 6

const begin = async (test: TestApp) => {
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: { demo: 'request-approval', plan: 'premium' } })
  const send = (events: TraceEvent[]) => acceptEvents({ ctx, input: { trial: trial.id, events } })
  return { trial, send }
}

test('batches of many trials are verified and written by threads, each in its order', async () => {
  await using test = await createTestApp({ collectors: 2 })
  await publishDemo(test.app.db, approvalSource)
  const goings = await Promise.all(Array.from({ length: TRIALS }, () => begin(test)))
  const answers = await Promise.all(
    goings.flatMap(({ send }) => [send(hints(2)), send(hints(2, 3)), send(hints(2))]),
  )
  expect(answers.map(({ lastSeq }) => lastSeq)).toEqual(goings.flatMap(() => [2, 4, 4]))
  for (const { trial } of goings) expect(await expectReplay(test.app, trial)).toMatchObject({ lastSeq: 4 })
  const counted = await test.app.metrics.registry.getSingleMetricAsString('foyer_events_total')
  expect(counted).toContain(`result="accepted"} ${4 * TRIALS}`)
  expect(counted).toContain(`result="duplicate"} ${2 * TRIALS}`)
})

test('what a thread refuses is refused with its code and its details', async () => {
  await using test = await createTestApp({ collectors: 1 })
  await publishDemo(test.app.db, approvalSource)
  const { send, trial } = await begin(test)
  await send(hints(1))
  await expect(send(hints(1, 3))).rejects.toMatchObject({
    name: 'DomainError',
    code: 'sequence-gap',
    details: { expectedSeq: 2, lastSeq: 1 },
  })
  const stranger = acceptEvents({ ctx: test.as(), input: { trial: trial.id, events: hints(1) } })
  await expect(stranger).rejects.toMatchObject({ code: 'not-found' })
})

test('a thread that cannot reach its database says so as the server itself would', async () => {
  const log = pino({ level: 'silent' })
  const collector = createCollectorThreads({
    threads: 1,
    databaseUrl: 'postgres://foyer:foyer@127.0.0.1:1/foyer',
    logLevel: 'silent',
    collectBy: 'group',
    metrics: createMetrics(),
    log,
  })
  const id = '01890000-0000-7000-8000-000000000000'
  const batch = { key: { visitorId: id, id }, events: hints(1), receivedAt: new Date() }
  await expect(collector.accept(batch)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await collector.drain()
})

test('a thread that is killed answers with unavailable, and after a pause a batch starts another', async () => {
  await using database = await createTestDatabase()
  await using test = await createTestApp()
  const threads: Worker[] = []
  const collector = createCollectorThreads({
    threads: 1,
    databaseUrl: database.url,
    logLevel: 'silent',
    collectBy: 'group',
    metrics: createMetrics(),
    log: test.app.log,
    start: (data) => {
      const thread = startThread('collect-worker', { data })
      threads.push(thread)
      return thread
    },
  })
  const id = '01890000-0000-7000-8000-000000000000'
  const batch = { key: { visitorId: id, id }, events: hints(1), receivedAt: new Date() }
  const lost = collector.accept(batch)
  await threads[0]?.terminate()
  await expect(lost).rejects.toMatchObject({ code: 'unavailable', details: { retryAfter: 2 } })
  await expect(collector.accept(batch)).rejects.toMatchObject({ code: 'unavailable' })
  expect(threads).toHaveLength(1)
  await vi.waitFor(() => expect(collector.accept(batch)).rejects.toMatchObject({ code: 'not-found' }), {
    timeout: 20_000,
  })
  expect(threads).toHaveLength(2)
  await collector.drain()
  await expect(collector.accept(batch)).rejects.toMatchObject({ code: 'unavailable' })
})

test('threads that are told to end answer what they have taken before', async () => {
  await using test = await createTestApp({ collectors: 2 })
  await publishDemo(test.app.db, approvalSource)
  const goings = await Promise.all(Array.from({ length: TRIALS }, () => begin(test)))
  const answers = goings.map(({ send }) => send(hints(3)))
  await test.app.collector.drain()
  expect((await Promise.all(answers)).map(({ lastSeq }) => lastSeq)).toEqual(goings.map(() => 3))
  for (const { trial } of goings) await expectReplay(test.app, trial)
})

test('a batch that threads write bears the time of whoever handed it in, as without threads', async () => {
  const weeksAgo = new Date('2026-01-12T10:00:00Z')
  for (const collectors of [0, 2]) {
    await using test = await createTestApp({ collectors })
    await publishDemo(test.app.db, approvalSource)
    test.clock.at = weeksAgo
    const { send, trial } = await begin(test)
    test.clock.at = new Date(weeksAgo.getTime() + 5_000)
    await send(hints(2))
    const [row] = await test.app.sql<{ lastEventAt: Date; receivedAt: Date; activeMs: number }[]>`
      select trial.last_event_at as "lastEventAt", received_at as "receivedAt",
        trial.active_ms::int as "activeMs"
      from trial join trial_event on trial_id = trial.id where trial.id = ${trial.id} order by seq desc limit 1`
    expect(row).toEqual({ lastEventAt: test.clock.at, receivedAt: test.clock.at, activeMs: 1_800 })
  }
})

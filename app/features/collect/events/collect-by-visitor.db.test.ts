import { expect, test } from 'vitest'
import { listEvents } from '#db/queries/trial-events'
import { hints, trace, WALK } from '#tests/support/approval-trace'
import { expectReplay } from '#tests/support/expect-replay'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { App, Context } from '~/platform/context/context'
import { startTrial } from '../trials/start-trial.server'
import { acceptEvents } from './accept-events.server'
import { createCollector } from './collector.server'

const begin = async (test: TestApp, ctx: Context = test.as()) => {
  const trial = await startTrial({ ctx, input: { demo: 'request-approval', plan: 'premium' } })
  const send = (events: TraceEvent[], app: App = test.app) =>
    acceptEvents({ ctx: { ...ctx, collector: app.collector }, input: { trial: trial.id, events } })
  return { ctx, trial, send }
}

/** A minute after the trials began, so that their events are not too quick. */
const wait = (test: TestApp) => void (test.clock.at = new Date(test.clock.at.getTime() + 60_000))

test('by visitor, many visitors at once get what they would get in a group', async () => {
  await using test = await createTestApp({ collectBy: 'visitor' })
  await publishDemo(test.app.db, approvalSource)
  const goings = await Promise.all(Array.from({ length: 12 }, () => begin(test)))
  const second = await begin(test, goings[0]?.ctx)
  wait(test)
  const answers = await Promise.allSettled([
    ...goings.map(({ send }) => send(trace(WALK))),
    second.send(trace(WALK.slice(0, 1))),
    second.send(hints(1, 3)),
  ])
  expect(answers.slice(0, 12).map(({ status }) => status)).toEqual(Array(12).fill('fulfilled'))
  expect(answers[12]).toMatchObject({ value: { lastSeq: 1 } })
  expect(answers[13]).toMatchObject({ reason: { code: 'sequence-gap', details: { expectedSeq: 2 } } })
  for (const { trial } of goings)
    expect(await expectReplay(test.app, trial)).toMatchObject({ outcome: 'success', lastSeq: 3 })
  expect(await expectReplay(test.app, second.trial)).toMatchObject({ lastSeq: 1 })
})

test('by visitor, two instances that take the same trial write each event once', async () => {
  await using test = await createTestApp({ collectBy: 'visitor' })
  await publishDemo(test.app.db, approvalSource)
  const other = await test.another()
  const { trial, send } = await begin(test)
  wait(test)
  await Promise.all([test.app, other, test.app, other].map((app) => send(trace(WALK), app)))
  expect(await listEvents(test.app.db, trial)).toHaveLength(3)
  await expectReplay([test.app, other], trial)
})

test('by visitor, no transaction locks trials of two visitors', async () => {
  await using test = await createTestApp({ collectBy: 'visitor' })
  await publishDemo(test.app.db, approvalSource)
  const sizes: number[] = []
  const metrics = { ...test.app.metrics, groupBatches: { observe: (size: number) => void sizes.push(size) } }
  const collector = createCollector({ ...test.app, metrics, collectBy: 'visitor' }, { workers: 1 })
  const app = { ...test.app, collector }
  const [one, other] = [await begin(test), await begin(test)]
  await Promise.all([
    one.send(hints(1), app),
    other.send(hints(1), app),
    one.send(hints(1, 2), app),
    other.send(hints(1, 2), app),
  ])
  expect(sizes).toEqual([2, 2])
})

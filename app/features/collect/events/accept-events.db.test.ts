import { expect, test } from 'vitest'
import { listEvents } from '#db/queries/trial-events'
import { findTrial } from '#db/queries/trials'
import type { TrialRow } from '#db/queries/trials'
import { WALK, hints, LAPTOP, trace } from '#tests/support/approval-trace'
import type { PlainStep } from '#tests/support/approval-trace'
import { publishDemo, retireDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { Context } from '~/platform/context/context'
import { acceptEvents } from './accept-events.server'
import { startTrial } from '../trials/start-trial.server'

async function setUp(
  test: TestApp,
): Promise<{ ctx: Context; trial: TrialRow; stored: () => Promise<TrialRow> }> {
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: { demo: 'request-approval', plan: 'premium' } })
  test.clock.at = new Date(trial.startedAt.getTime() + 60_000)
  const stored = async () => {
    const row = await findTrial(test.app.db, trial)
    if (!row) throw new Error('the trial is gone')
    return row
  }
  return { ctx, trial, stored }
}

test('accepted events are committed together with the summary that the server computed from them', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  const events = trace(WALK)
  expect(await acceptEvents({ ctx, input: { trial: trial.id, events } })).toEqual({
    lastSeq: 3,
    states: ['approved'],
    status: 'done',
    outcome: 'success',
    score: 100,
  })
  expect(await stored()).toMatchObject({
    lastSeq: 3,
    lastEventAt: test.clock.at,
    path: ['requests', 'new-request', 'waiting', 'approved'],
    lastState: 'approved',
    tasks: { ask: 2_000, approve: 3_000, check: null },
    hints: 0,
    detours: 0,
    score: 100,
    activeMs: 2_700,
    wallMs: 3_000,
    outcome: 'success',
    finishedAt: new Date(trial.startedAt.getTime() + 3_000),
    flags: [],
  })
  const kept = await listEvents(test.app.db, trial)
  expect(kept).toEqual(events.map((event) => ({ ...event, receivedAt: test.clock.at })))
})

test('events that are there already are ignored', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  await acceptEvents({ ctx, input: { trial: trial.id, events: trace(WALK.slice(0, 2)) } })
  const again = await acceptEvents({ ctx, input: { trial: trial.id, events: trace(WALK.slice(0, 2)) } })
  expect(again).toMatchObject({ lastSeq: 2, status: 'active' })
  test.clock.at = new Date(test.clock.at.getTime() + 5_000)
  const overlapping = await acceptEvents({ ctx, input: { trial: trial.id, events: trace(WALK) } })
  expect(overlapping).toMatchObject({ lastSeq: 3, status: 'done' })
  expect(await stored()).toMatchObject({ lastSeq: 3, activeMs: 2_700 })
})

test('another event under a number that is taken is no duplicate', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  await acceptEvents({ ctx, input: { trial: trial.id, events: trace(WALK.slice(0, 1)) } })
  const other = trace([{ type: '@hint' }, { type: 'SAVE_REQUEST', data: LAPTOP }])
  await expect(acceptEvents({ ctx, input: { trial: trial.id, events: other } })).rejects.toMatchObject({
    code: 'conflict',
    details: { seq: 1, expectedSeq: 2 },
  })
  expect(await stored()).toMatchObject({ lastSeq: 1, hints: 0 })
})

test('two events under one number in one batch are no duplicates either', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  const events = [...trace(WALK.slice(0, 1)), ...trace([{ type: '@hint' }])]
  await expect(acceptEvents({ ctx, input: { trial: trial.id, events } })).rejects.toMatchObject({
    code: 'conflict',
    details: { seq: 1, expectedSeq: 1 },
  })
  expect(await stored()).toMatchObject({ lastSeq: 0 })
})

test('a gap names the event that is expected; what came before it is kept', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  const [first, second, third] = trace(WALK)
  if (!first || !second || !third) throw new Error('three events')
  await expect(acceptEvents({ ctx, input: { trial: trial.id, events: [second] } })).rejects.toMatchObject({
    code: 'sequence-gap',
    details: { expectedSeq: 1 },
  })
  await expect(
    acceptEvents({ ctx, input: { trial: trial.id, events: [first, third] } }),
  ).rejects.toMatchObject({
    code: 'sequence-gap',
    details: { expectedSeq: 2, lastSeq: 1 },
  })
  expect(await stored()).toMatchObject({ lastSeq: 1 })
  expect(await acceptEvents({ ctx, input: { trial: trial.id, events: [second, third] } })).toMatchObject({
    lastSeq: 3,
    status: 'done',
  })
})

test('a refused event is named; everything before it is kept and nothing after it applied', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  const events = trace([{ type: 'NEW_REQUEST' }, { type: 'APPROVE' }, { type: 'SAVE_REQUEST', data: LAPTOP }])
  await expect(acceptEvents({ ctx, input: { trial: trial.id, events } })).rejects.toMatchObject({
    code: 'event-refused',
    details: { seq: 2, reason: 'not-offered', lastSeq: 1 },
  })
  expect(await stored()).toMatchObject({ lastSeq: 1, path: ['requests', 'new-request'] })
  expect(await listEvents(test.app.db, trial)).toHaveLength(1)
  const goingOn = trace([{ type: 'SAVE_REQUEST', data: LAPTOP }], 2)
  expect(await acceptEvents({ ctx, input: { trial: trial.id, events: goingOn } })).toMatchObject({
    lastSeq: 2,
  })
})

test('a payload that does not fit the form, and an event that nothing sends, are refused', async () => {
  await using test = await createTestApp()
  const { ctx, trial } = await setUp(test)
  await acceptEvents({ ctx, input: { trial: trial.id, events: trace(WALK.slice(0, 1)) } })
  const tries: [PlainStep, string][] = [
    [{ type: 'SAVE_REQUEST', data: { ...LAPTOP, amount: -5 } }, 'bad-payload'],
    [{ type: 'SAVE_REQUEST', data: { ...LAPTOP, who: 'nobody' } }, 'bad-payload'],
    [{ type: 'SAVE_REQUEST', data: { ...LAPTOP, discount: 100 } }, 'bad-payload'],
    [{ type: 'WIN' }, 'unknown-event'],
  ]
  for (const [step, reason] of tries) {
    const events = trace([step], 2)
    await expect(acceptEvents({ ctx, input: { trial: trial.id, events } })).rejects.toMatchObject({
      code: 'event-refused',
      details: { seq: 2, reason },
    })
  }
})

test('a trial that has ended takes nothing more, and still ignores what it has', async () => {
  await using test = await createTestApp()
  const { ctx, trial } = await setUp(test)
  await acceptEvents({ ctx, input: { trial: trial.id, events: trace(WALK) } })
  const more = trace([...WALK, { type: '@hint' }])
  await expect(acceptEvents({ ctx, input: { trial: trial.id, events: more } })).rejects.toMatchObject({
    code: 'event-refused',
    details: { seq: 4, reason: 'ended' },
  })
  expect(await acceptEvents({ ctx, input: { trial: trial.id, events: trace(WALK) } })).toMatchObject({
    lastSeq: 3,
  })
})

test('another visitor’s trial does not exist', async () => {
  await using test = await createTestApp()
  const { trial, stored } = await setUp(test)
  for (const ctx of [test.as(), test.as(null)]) {
    await expect(
      acceptEvents({ ctx, input: { trial: trial.id, events: trace(WALK) } }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
  }
  expect(await stored()).toMatchObject({ lastSeq: 0 })
})

test('a batch that reports a result, is empty or too long changes nothing', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  const [event] = trace(WALK)
  const batches: unknown[] = [
    { trial: trial.id, events: [event], score: 100 },
    { trial: trial.id, events: [{ ...event, score: 100 }] },
    { trial: trial.id, events: [] },
    { trial: trial.id, events: hints(201) },
    { trial: trial.id, events: [{ ...event, at: -1 }] },
    { trial: trial.id, events: [{ ...event, data: { note: 'a\0b' } }] },
    { trial: trial.id, events: [{ ...event, data: { note: '\ud800' } }] },
    { trial: trial.id, events: [{ ...event, data: { ['no\0te']: '' } }] },
    { trial: trial.id, events: [{ ...event, data: { nested: {} } }] },
    { trial: trial.id, events: [event, { ...event, seq: 2, type: 'lower' }] },
    null,
    'text',
  ]
  for (const input of batches) {
    await expect(acceptEvents({ ctx, input: input as never })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  }
  expect(await stored()).toMatchObject({ lastSeq: 0, score: 0 })
})

test('active time is at most the time that passed between batches', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  const [first, second, third] = trace(WALK)
  if (!first || !second || !third) throw new Error('three events')
  test.clock.at = new Date(trial.startedAt.getTime() + 2_000)
  await acceptEvents({ ctx, input: { trial: trial.id, events: [{ ...first, activeMs: 1e9 }] } })
  expect(await stored()).toMatchObject({ activeMs: 1_000, wallMs: 1_000 })
  test.clock.at = new Date(trial.startedAt.getTime() + 2_300)
  await acceptEvents({ ctx, input: { trial: trial.id, events: [{ ...second, activeMs: 800 }] } })
  expect(await stored()).toMatchObject({ activeMs: 1_300, wallMs: 2_000 })
  test.clock.at = new Date(trial.startedAt.getTime() + 60_000)
  await acceptEvents({ ctx, input: { trial: trial.id, events: [{ ...third, at: 1e12, activeMs: 400 }] } })
  expect(await stored()).toMatchObject({ activeMs: 1_700, wallMs: 60_000 })
  expect((await listEvents(test.app.db, trial)).map(({ activeMs }) => activeMs)).toEqual([1_000, 300, 400])
})

test('the same batch sent twice at once is taken once', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  const send = () => acceptEvents({ ctx, input: { trial: trial.id, events: trace(WALK) } })
  const answers = await Promise.all([send(), send(), send()])
  expect(answers.map(({ lastSeq }) => lastSeq)).toEqual([3, 3, 3])
  expect(await stored()).toMatchObject({ lastSeq: 3, activeMs: 2_700 })
  expect(await listEvents(test.app.db, trial)).toHaveLength(3)
})

test('batches that race are taken one after another, or told what is missing', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  const helped = hints(40)
  const send = async (events: TraceEvent[]): Promise<void> => {
    try {
      await acceptEvents({ ctx, input: { trial: trial.id, events } })
    } catch (error) {
      expect(error).toMatchObject({ code: 'sequence-gap' })
      await send(helped)
    }
  }
  const parts = [helped.slice(0, 10), helped.slice(10, 20), helped.slice(20, 30), helped.slice(30)]
  await Promise.all(parts.map(send))
  expect(await stored()).toMatchObject({ lastSeq: 40, hints: 1, steps: 0 })
  expect((await listEvents(test.app.db, trial)).map(({ seq }) => seq)).toEqual(helped.map(({ seq }) => seq))
})

test('an instance without the run in memory makes it again from the trace', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  const other = { ...ctx, ...(await test.another()) }
  const [first, second, third] = trace(WALK)
  if (!first || !second || !third) throw new Error('three events')
  await acceptEvents({ ctx, input: { trial: trial.id, events: [first] } })
  await acceptEvents({ ctx: other, input: { trial: trial.id, events: [second] } })
  expect(await acceptEvents({ ctx, input: { trial: trial.id, events: [third] } })).toMatchObject({
    score: 100,
  })
  expect(await stored()).toMatchObject({ lastSeq: 3, outcome: 'success' })
})

test('more trials at once than there are connections do not wait for themselves', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const cold = await test.another()
  const contexts = Array.from({ length: 24 }, () => test.as())
  const answers = await Promise.all(
    contexts.map(async (ctx) => {
      const trial = await startTrial({ ctx, input: { demo: 'request-approval', plan: 'premium' } })
      return { ctx: { ...ctx, ...cold }, trial }
    }),
  )
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  const done = await Promise.all(
    answers.map(({ ctx, trial }) => acceptEvents({ ctx, input: { trial: trial.id, events: trace(WALK) } })),
  )
  expect(done.every(({ status }) => status === 'done')).toBe(true)
})

test('a trial that runs may finish although its demo was retired', async () => {
  await using test = await createTestApp()
  const { ctx, trial } = await setUp(test)
  const document = await ctx.content.published('demo', 'request-approval')
  await retireDemo(test.app.db, document?.documentId ?? '', null)
  ctx.content.refresh()
  expect(await acceptEvents({ ctx, input: { trial: trial.id, events: trace(WALK) } })).toMatchObject({
    status: 'done',
  })
})

test('steps too quick for a person are flagged by name, and kept', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  const events = trace([...WALK.slice(0, 2), { type: 'CHECK' }, { type: 'APPROVE', data: { fast: false } }])
  const claimed = events.map((event) => ({ ...event, at: 90_000 + event.at }))
  await acceptEvents({ ctx, input: { trial: trial.id, events: claimed } })
  expect(await stored()).toMatchObject({ flags: ['impossible-speed'], outcome: 'success' })
})

test('a walk that cannot have happened since the trial began is flagged, whatever times it claims', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  test.clock.at = new Date(trial.startedAt.getTime() + 139)
  const events = trace(WALK).map((event) => ({ ...event, at: event.seq * 155 }))
  await acceptEvents({ ctx, input: { trial: trial.id, events } })
  expect(await stored()).toMatchObject({ flags: ['impossible-speed'], wallMs: 139 })
})

test('a walk that a network held back for a day is not flagged for arriving all at once', async () => {
  await using test = await createTestApp()
  const { ctx, trial, stored } = await setUp(test)
  test.clock.at = new Date(trial.startedAt.getTime() + 86_400_000)
  const [first, ...others] = trace(WALK)
  if (!first) throw new Error('a way has steps')
  await acceptEvents({ ctx, input: { trial: trial.id, events: [first] } })
  await acceptEvents({ ctx, input: { trial: trial.id, events: others } })
  expect(await stored()).toMatchObject({ flags: [], wallMs: 3_000 })
})

test('a simulated trial lives in its own time', async () => {
  await using test = await createTestApp()
  const { ctx } = await setUp(test)
  const wish = { demo: 'request-approval', plan: 'premium', simulated: true }
  const trial = await startTrial({ ctx, input: wish })
  const events = trace(WALK).map((event) => ({ ...event, at: event.at * 60, activeMs: 50_000 }))
  await acceptEvents({ ctx, input: { trial: trial.id, events } })
  expect(await findTrial(test.app.db, trial)).toMatchObject({
    flags: ['simulated'],
    activeMs: 150_000,
    wallMs: 180_000,
  })
})

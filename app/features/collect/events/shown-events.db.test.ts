import { expect, test } from 'vitest'
import { listEvents } from '#db/queries/trial-events'
import { findTrial } from '#db/queries/trials'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { acceptEvents } from './accept-events.server'
import { startTrial } from '../trials/start-trial.server'

const WISH = { demo: 'request-approval', plan: 'premium' }
const REQUEST = { who: 'p1', what: 'Server', amount: 900 }
const by = 'shown' as const

const trace = (...events: Pick<TraceEvent, 'type' | 'data' | 'by'>[]): TraceEvent[] =>
  events.map((event, index) => ({ ...event, seq: index + 1, at: 5_000 + index, activeMs: 0 }))

/** A jump to the filled form, both steps at one moment. */
const JUMP = trace({ type: 'NEW_REQUEST', by }, { type: 'SAVE_REQUEST', data: REQUEST, by })

/** A shown step, one of the prospect's own, and back. */
const BACK = trace({ type: 'NEW_REQUEST', by }, { type: 'SAVE_REQUEST', data: REQUEST }, { type: '@undo' })

test('shown steps are kept as such, are too fast for nobody, and count in no figure', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: { ...WISH, entry: 'link' } })
  test.clock.at = new Date(test.clock.at.getTime() + 6_000)
  await acceptEvents({ ctx, input: { trial: trial.id, events: JUMP } })
  const stored = await findTrial(test.app.db, trial)
  expect(stored).toMatchObject({
    entry: 'link',
    steps: 0,
    shown: 2,
    undone: 0,
    path: ['requests'],
    flags: [],
  })
  expect(stored?.tasks).not.toHaveProperty('ask')
  expect((await listEvents(test.app.db, trial)).map((event) => event.by)).toEqual(['shown', 'shown'])
})

test('an undone step is counted apart, also by an instance that did not see it, and sent again it does nothing', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const other = await test.another()
  const trial = await startTrial({ ctx, input: WISH })
  test.clock.at = new Date(test.clock.at.getTime() + 9_000)
  const first = await acceptEvents({ ctx, input: { trial: trial.id, events: BACK.slice(0, 2) } })
  const undone = await acceptEvents({
    ctx: { ...ctx, ...other },
    input: { trial: trial.id, events: BACK.slice(2) },
  })
  expect(first.states).not.toEqual(undone.states)
  const again = await acceptEvents({ ctx, input: { trial: trial.id, events: BACK } })
  expect(again).toMatchObject({ lastSeq: 3, states: undone.states })
  expect(await findTrial(test.app.db, trial)).toMatchObject({ lastSeq: 3, steps: 0, shown: 1, undone: 1 })
})

test('a known step with another mark is a fork, and undoing with nothing to undo is refused', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: WISH })
  test.clock.at = new Date(test.clock.at.getTime() + 9_000)
  const send = (events: TraceEvent[]) => acceptEvents({ ctx, input: { trial: trial.id, events } })
  await send(trace({ type: 'NEW_REQUEST', by }))
  await expect(send(trace({ type: 'NEW_REQUEST' }))).rejects.toMatchObject({ code: 'conflict' })
  await expect(send(trace({ type: 'NEW_REQUEST', by }, { type: '@undo' }))).rejects.toMatchObject({
    code: 'event-refused',
    details: { seq: 2, reason: 'not-offered' },
  })
  await expect(send(trace({ type: '@hint', by }))).rejects.toMatchObject({ code: 'invalid-input' })
})

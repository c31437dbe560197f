import { expect, test } from 'vitest'
import { v4 as uuidv4, v5 as uuidv5 } from 'uuid'
import { listRemarksOf } from '#db/queries/remarks'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { TestBrowser, serveApi } from '#tests/support/test-server'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { MOST_REMARKS } from '~/domain/trial/remark'
import { exportVisitor } from '../visitor-rights/export-visitor.server'
import { startTrial } from '../trials/start-trial.server'
import { recordRemark } from './record-remark.server'
import { removeRemark } from './remove-remark.server'

const WISH = { demo: 'request-approval', plan: 'free' }

async function stage() {
  const test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: WISH })
  const moment = { trial: trial.id, state: trial.lastState, seq: 0, at: 1_000 }
  return { test, ctx, trial, moment, [Symbol.asyncDispose]: () => test[Symbol.asyncDispose]() }
}

test('a remark is kept once, replaced under its id, and taken back', async () => {
  await using at = await stage()
  const { ctx, moment, test } = at
  const id = uuidv4()
  const say = (input: object) => recordRemark({ ctx, input: { ...moment, id, kind: 'wrong', ...input } })
  await say({})
  await say({})
  await say({ kind: 'great', text: '  at last  ' })
  expect(await listRemarksOf(test.app.db, ctx.visitor?.id ?? '')).toMatchObject([
    { id, kind: 'great', text: 'at last', state: moment.state, locale: 'en' },
  ])
  expect((await exportVisitor({ ctx })).remarks).toMatchObject([{ id, text: 'at last' }])
  await removeRemark({ ctx, input: { trial: moment.trial, id } })
  await removeRemark({ ctx, input: { trial: moment.trial, id } })
  expect(await listRemarksOf(test.app.db, ctx.visitor?.id ?? '')).toEqual([])
})

test('a remark that arrives late keeps its own moment, and none lies in the future', async () => {
  await using at = await stage()
  const { ctx, moment, test, trial } = at
  const say = (atMs: number) =>
    recordRemark({ ctx, input: { ...moment, at: atMs, id: uuidv4(), kind: 'great' } })
  test.clock.at = new Date(trial.startedAt.getTime() + 60_000)
  expect((await say(5_000)).at).toEqual(new Date(trial.startedAt.getTime() + 5_000))
  expect((await say(900_000)).at).toEqual(test.clock.at)
})

test('only the visitor’s own trial can be remarked on, in a state of its demo, in up to 1000 characters', async () => {
  await using at = await stage()
  const { ctx, moment, test } = at
  const say = (input: object, by = ctx) =>
    recordRemark({ ctx: by, input: { ...moment, id: uuidv4(), kind: 'wrong', ...input } })
  await expect(say({}, test.as())).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    removeRemark({ ctx: test.as(), input: { trial: moment.trial, id: uuidv4() } }),
  ).rejects.toMatchObject({
    code: 'not-found',
  })
  for (const wrong of [
    { state: 'nowhere' },
    { kind: 'boring' as never },
    { text: 'x'.repeat(1001) },
    { text: 'a\u0000b' },
    { seq: -1 },
    { id: uuidv5('a', uuidv5.URL) },
  ]) {
    await expect(say(wrong)).rejects.toMatchObject({ code: 'invalid-input' })
  }
})

test('a trial keeps so many remarks and no more, and those can still be changed', async () => {
  await using at = await stage()
  const { ctx, moment } = at
  const ids = Array.from({ length: MOST_REMARKS }, () => uuidv4())
  const say = (id: string) => recordRemark({ ctx, input: { ...moment, id, kind: 'confusing' } })
  for (const id of ids) await say(id)
  await expect(say(uuidv4())).rejects.toMatchObject({ code: 'conflict' })
  await say(ids[0] ?? '')
})

test('a browser says something through the API, and takes it back', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const browser = new TestBrowser(server.origin)
  const { body } = await browser.call('POST', '/api/v1/trials', WISH)
  const trial = body as { id: string; lastState: string }
  const address = `/api/v1/trials/${trial.id}/remarks/${uuidv4()}`
  const said = { kind: 'confusing', state: trial.lastState, seq: 0, at: 10 }
  const answer = await browser.call('PUT', address, said)
  expect(answer).toMatchObject({ status: 200, body: { ...said, trial: trial.id, text: '' } })
  expect((await browser.call('DELETE', address)).status).toBe(200)
  expect((await browser.call('PUT', address, { ...said, state: 'nowhere' })).body).toMatchObject({
    code: 'invalid-input',
    issues: [{ at: 'state' }],
  })
})

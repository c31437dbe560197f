import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { listAuditEntries } from '#db/queries/audit'
import { findTrial } from '#db/queries/trials'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { acceptEvents } from '~/features/collect/events/accept-events.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { ruleOnTrial } from './rule-on-trial.server'
import { listTrials } from '../trials/list-trials.server'

const BOT = 'Googlebot/2.1 (+http://www.google.com/bot.html)'

const begin = async (test: TestApp, userAgent?: string) => {
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const input = { demo: 'request-approval', plan: 'free', ...(userAgent && { userAgent }) }
  return { ctx, trial: await startTrial({ ctx, input }) }
}

const onBoards = async (test: TestApp): Promise<number> =>
  (await listTrials({ ctx: asStaff(test, 'growth'), input: {} })).count

test('a flag lifted by hand brings the trial onto the boards, and taking that back takes it off again', async () => {
  await using test = await createTestApp()
  const { trial } = await begin(test, BOT)
  const ctx = asStaff(test, 'growth')
  expect(await onBoards(test)).toBe(0)
  await ruleOnTrial({ ctx, input: { trial: trial.id, verdict: 'cleared', reason: 'Our own crawler test' } })
  expect(await onBoards(test)).toBe(1)
  expect(await findTrial(test.app.db, trial)).toMatchObject({
    flags: [],
    signals: [{ name: 'bot-agent' }],
    ruling: { verdict: 'cleared', reason: 'Our own crawler test', by: 'growth' },
  })
  await ruleOnTrial({ ctx, input: { trial: trial.id, verdict: 'none' } })
  expect(await onBoards(test)).toBe(0)
  const entries = await listAuditEntries(test.app.db, { subject: { kind: 'trial', id: trial.id }, limit: 5 })
  expect(entries).toMatchObject([
    { action: 'trial.judge-none', data: { before: 'cleared' } },
    {
      action: 'trial.judge-cleared',
      actorName: 'growth',
      data: { before: 'none', note: 'Our own crawler test' },
    },
  ])
})

test('what a person decided holds when the next events come', async () => {
  await using test = await createTestApp()
  const { ctx, trial } = await begin(test)
  const staff = asStaff(test, 'growth')
  await ruleOnTrial({
    ctx: staff,
    input: { trial: trial.id, verdict: 'flagged', reason: 'A colleague at home' },
  })
  const events = [{ seq: 1, at: 1_000, type: 'NEW_REQUEST', activeMs: 500 }]
  await acceptEvents({ ctx, input: { trial: trial.id, events } })
  expect(await findTrial(test.app.db, trial)).toMatchObject({ flags: ['by-hand'], lastSeq: 1 })
  await ruleOnTrial({
    ctx: staff,
    input: { trial: trial.id, verdict: 'cleared', reason: 'It was a customer' },
  })
  const far = [
    { seq: 2, at: 900_000, type: '@hint', activeMs: 0 },
    { seq: 3, at: 900_001, type: '@hint', activeMs: 0 },
  ]
  await acceptEvents({ ctx, input: { trial: trial.id, events: far } })
  expect(await findTrial(test.app.db, trial)).toMatchObject({ flags: [], lastSeq: 3 })
})

test('only who may judge does, with a reason, and only trials that there are', async () => {
  await using test = await createTestApp()
  const { trial } = await begin(test)
  const wish = { trial: trial.id, verdict: 'flagged' as const, reason: 'x' }
  const codes = [
    [ruleOnTrial({ ctx: test.as(), input: wish }), 'unauthenticated'],
    [ruleOnTrial({ ctx: asStaff(test, 'operator'), input: wish }), 'forbidden'],
    [ruleOnTrial({ ctx: asStaff(test, 'growth'), input: { ...wish, reason: ' ' } }), 'invalid-input'],
    [ruleOnTrial({ ctx: asStaff(test, 'growth'), input: { ...wish, trial: uuidv7() } }), 'not-found'],
  ] as const
  for (const [answer, code] of codes) await expect(answer).rejects.toMatchObject({ code })
  expect(await findTrial(test.app.db, trial)).toMatchObject({ flags: [], ruling: null })
})

import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { publishDemo, retireDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { findTrial } from '#db/queries/trials'
import { findVisitor } from '#db/queries/visitors'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { startTrial } from './start-trial.server'

const WISH = { demo: 'request-approval', plan: 'free' }
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36'

test('a trial begins on the published revision, in its first state, with a seed of its own', async () => {
  await using test = await createTestApp()
  const { revisionId } = await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const trial = await startTrial({ ctx, input: { ...WISH, userAgent: CHROME } })
  expect(trial).toMatchObject({
    demoSlug: 'request-approval',
    revisionId,
    revisionNumber: 1,
    plan: 'free',
    role: 'employee',
    locale: 'en',
    startedAt: test.clock.at,
    path: ['requests'],
    lastState: 'requests',
    tasks: { ask: null, approve: null, check: null },
    lastSeq: 0,
    device: 'desktop',
    returning: 0,
    flags: [],
    outcome: null,
  })
  const second = await startTrial({ ctx, input: { ...WISH, restartedFrom: trial.id } })
  expect(second.seed).not.toBe(trial.seed)
  expect(second).toMatchObject({ returning: 1, restartedFrom: trial.id })
})

test('a later publish does not change a trial that began', async () => {
  await using test = await createTestApp()
  const first = await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const old = await startTrial({ ctx, input: WISH })
  const second = await publishDemo(test.app.db, approvalSource.replace('minutes: 3', 'minutes: 4'))
  ctx.content.refresh()
  const fresh = await startTrial({ ctx, input: WISH })
  expect([old.revisionId, fresh.revisionId]).toEqual([first.revisionId, second.revisionId])
  const stored = await findTrial(test.app.db, { visitorId: old.visitorId, id: old.id })
  expect(stored?.revisionNumber).toBe(1)
})

test('a visitor who agreed is kept with where they came from; of one who did not, nothing', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const touch = {
    source: 'google',
    medium: 'cpc',
    campaign: 'spring',
    referrer: 'https://www.google.com/search?q=x',
  }
  const agreed = await startTrial({ ctx: test.as(), input: { ...WISH, touch } })
  expect(agreed).toMatchObject({ channel: 'paid', touch: { campaign: 'spring', referrer: 'www.google.com' } })
  expect(await findVisitor(test.app.db, agreed.visitorId)).toMatchObject({
    consent: 'granted',
    firstTouch: { channel: 'paid' },
  })
  const odd = await startTrial({
    ctx: test.as(),
    input: { ...WISH, touch: { source: `\0${'x'.repeat(5_000)}` } },
  })
  expect(odd).toMatchObject({ channel: 'campaign', touch: { source: 'x'.repeat(120) } })
  const silent = await startTrial({
    ctx: test.as(uuidv7(), { persistent: false }),
    input: { ...WISH, touch },
  })
  expect(silent).toMatchObject({ channel: 'unknown', touch: null })
  const directly = await startTrial({ ctx: test.as(), input: { ...WISH, touch: {} } })
  expect(directly).toMatchObject({ channel: 'direct' })
  expect(await findVisitor(test.app.db, silent.visitorId)).toMatchObject({
    consent: 'unset',
    firstTouch: null,
  })
})

test('trials that are no prospect’s are flagged by name and kept', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const actor = { kind: 'staff' as const, id: 'u', name: 'Ann', email: 'ann@example.com', roles: [] }
  const ctx = test.as(uuidv7(), { actor })
  const input = { ...WISH, simulated: true, userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' }
  const trial = await startTrial({ ctx, input })
  expect(trial.flags).toEqual(['simulated', 'bot-agent', 'internal'])
})

test('an unknown demo is not found, a retired one is gone and says what to try instead', async () => {
  await using test = await createTestApp()
  const { documentId } = await publishDemo(test.app.db, approvalSource)
  await publishDemo(test.app.db, approvalSource.replace('slug: request-approval', 'slug: second-demo'))
  await retireDemo(test.app.db, documentId, 'second-demo')
  const ctx = test.as()
  await expect(startTrial({ ctx, input: { ...WISH, demo: 'nothing' } })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(startTrial({ ctx, input: WISH })).rejects.toMatchObject({
    code: 'gone',
    details: { instead: 'second-demo' },
  })
})

test('what the demo does not have is refused, and no visitor is kept for it', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const wishes = [
    { ...WISH, plan: 'gold' },
    { ...WISH, role: 'manager' },
    { ...WISH, score: 100 },
    { ...WISH, locale: 'xx' },
    { ...WISH, touch: { yclid: '1' } },
  ]
  for (const input of wishes) {
    await expect(startTrial({ ctx, input: input as typeof WISH })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  }
  expect(await findVisitor(test.app.db, ctx.visitor?.id ?? '')).toBeNull()
  const stranger = await startTrial({ ctx: test.as(), input: WISH })
  const restart = { ...WISH, restartedFrom: stranger.id }
  await expect(startTrial({ ctx, input: restart })).rejects.toMatchObject({ code: 'not-found' })
})

test('a trial that carries the steps of an earlier one has its seed, and says how it began', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const first = await startTrial({ ctx, input: WISH })
  const switched = { demo: WISH.demo, plan: 'premium', entry: 'switch', carries: first.id } as const
  const second = await startTrial({ ctx, input: switched })
  expect([first.entry, second.entry, second.plan]).toEqual(['start', 'switch', 'premium'])
  expect(second).toMatchObject({ seed: first.seed, restartedFrom: null })
  await expect(startTrial({ ctx: test.as(), input: switched })).rejects.toMatchObject({ code: 'not-found' })
})

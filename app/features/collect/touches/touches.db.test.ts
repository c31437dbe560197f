import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { listTouchesOf } from '#db/queries/visitor-data'
import { insertTouch } from '#db/queries/touches'
import { findTrial } from '#db/queries/trials'
import { findVisitor } from '#db/queries/visitors'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { serveApi } from '#tests/support/test-server'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { visitorCookie } from '~/platform/visitor/visitor-cookie'
import { MOST_TOUCHES } from './record-touch.server'
import { eraseVisitor } from '../visitor-rights/erase-visitor.server'
import { exportVisitor } from '../visitor-rights/export-visitor.server'
import { recordConsent } from '../visitor-rights/record-consent.server'
import { recordLanding } from './record-landing.server'
import { startTrial } from '../trials/start-trial.server'

const WISH = { demo: 'request-approval', plan: 'free' }
const AD = {
  source: 'google',
  medium: 'cpc',
  term: 'erp',
  content: 'blue',
  clickName: 'gclid',
  clickId: 'Cj0',
} as const

const later = (test: TestApp, minutes: number) =>
  void (test.clock.at = new Date(test.clock.at.getTime() + minutes * 60_000))

test('the first touch stays, later ones are added, and coming directly replaces nothing', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const land = (touch: object) => recordLanding({ ctx, input: { touch, ownHost: 'try.example.com' } })
  const first = await startTrial({ ctx, input: { ...WISH, touch: AD } })
  later(test, 5)
  await startTrial({ ctx, input: { ...WISH, touch: AD } })
  later(test, 5)
  await land({})
  later(test, 60 * 24)
  await land({ source: 'letter', medium: 'email', campaign: 'spring' })
  await land({ source: 'letter', medium: 'email', campaign: 'spring' })
  later(test, 1)
  await land({ share: 'ann' })
  later(test, 60 * 24)
  await land({})
  const last = await startTrial({ ctx, input: { ...WISH, touch: {} } })
  const touches = await listTouchesOf(test.app.db, first.visitorId)
  expect(touches.map(({ channel }) => channel)).toEqual(['paid', 'email', 'referral', 'direct'])
  expect(touches[0]).toMatchObject({ ...AD, referrer: null, embedHost: null })
  expect(await findVisitor(test.app.db, first.visitorId)).toMatchObject({ firstTouch: { channel: 'paid' } })
  expect(await findTrial(test.app.db, first)).toMatchObject({ channel: 'paid', touch: { clickId: 'Cj0' } })
  expect(last.channel).toBe('direct')
})

test('of whoever did not agree, or is not known, nothing is kept', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const silent = test.as(uuidv7(), { persistent: false })
  const trial = await startTrial({ ctx: silent, input: { ...WISH, touch: AD } })
  await recordLanding({ ctx: silent, input: { touch: AD, ownHost: null } })
  const stranger = test.as()
  await recordLanding({ ctx: stranger, input: { touch: AD, ownHost: null } })
  expect(await listTouchesOf(test.app.db, trial.visitorId)).toEqual([])
  expect(await findVisitor(test.app.db, stranger.visitor?.id ?? '')).toBeNull()
})

test('touches can be taken along, and go with a no and with everything else', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  for (const forget of [recordConsentNo, eraseVisitor]) {
    const ctx = test.as()
    const trial = await startTrial({ ctx, input: { ...WISH, touch: AD } })
    expect((await exportVisitor({ ctx })).touches).toMatchObject([{ channel: 'paid', clickId: 'Cj0' }])
    await forget({ ctx })
    expect(await listTouchesOf(test.app.db, trial.visitorId)).toEqual([])
  }
})

const recordConsentNo = ({ ctx }: Pick<Parameters<typeof recordConsent>[0], 'ctx'>) =>
  recordConsent({ ctx, input: { consent: 'denied' } })

test('a page that a known visitor lands on from elsewhere is a touch; our own pages and fetches are not', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const ctx = test.as()
  const { visitorId } = await startTrial({ ctx, input: { ...WISH, touch: AD } })
  const own = visitorCookie({ id: visitorId, persistent: true }, test.app.env).split(';')[0] ?? ''
  const open = (path: string, headers: Record<string, string>) =>
    fetch(server.origin + path, {
      headers: {
        accept: 'text/html',
        cookie: `${own}; foyer_consent=granted`,
        'sec-fetch-dest': 'document',
        ...headers,
      },
    })
  later(test, 60)
  await open('/pricing?utm_source=x', { 'sec-fetch-site': 'same-origin' })
  await open('/pricing?utm_source=x', { 'sec-fetch-dest': 'empty' })
  await open('/studio?utm_source=x', {})
  await open('/pricing?utm_source=x', { 'sec-gpc': '1' })
  await open('/pricing?utm_source=x', { cookie: own })
  await open('/pricing?utm_source=fair&fbclid=abc', {
    'sec-fetch-site': 'cross-site',
    referer: 'https://l.facebook.com/',
  })
  const kept = async () => (await listTouchesOf(test.app.db, visitorId)).slice(1)
  await expect.poll(async () => (await kept()).length).toBe(1)
  expect(await kept()).toMatchObject([
    { channel: 'social', source: 'fair', clickName: 'fbclid', clickId: 'abc', referrer: 'l.facebook.com' },
  ])
})

test('a long campaign that is cut inside a character keeps nobody from a trial', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const campaign = `${'x'.repeat(119)}😀 and more`
  const trial = await startTrial({ ctx: test.as(), input: { ...WISH, touch: { campaign } } })
  expect(trial.touch).toMatchObject({ campaign: 'x'.repeat(119) })
})

test('nobody fills the table by landing without end', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const { visitorId } = await startTrial({ ctx, input: { ...WISH, touch: AD } })
  const at = test.clock.at
  for (let n = 1; n < MOST_TOUCHES - 1; n += 1) {
    await insertTouch(test.app.db, { visitorId, id: uuidv7({ msecs: at.getTime() }), at, channel: 'paid' })
  }
  for (const source of ['one', 'two', 'three']) {
    await recordLanding({ ctx, input: { touch: { source }, ownHost: null } })
  }
  expect(await listTouchesOf(test.app.db, visitorId)).toHaveLength(MOST_TOUCHES)
})

import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { insertDocument, setLiveRevision } from '#db/queries/documents'
import { insertRevision } from '#db/queries/revisions'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { TestBrowser, serveApi } from '#tests/support/test-server'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { readMessages } from '~/features/messages/read-messages.server'
import { recordConsent } from '../visitor-rights/record-consent.server'
import { recordMessageFate } from './record-message-fate.server'
import { recordView } from './record-view.server'

const viewsOf = (test: TestApp) => test.app.sql`select route, document, bot from page_view order by id`
const fates = (test: TestApp) => test.app.sql`select message, fate from message_event order by id`
const MINUTE = 60_000

const later = ({ clock }: TestApp, minutes: number) => {
  clock.at = new Date(clock.at.getTime() + minutes * MINUTE)
}

async function publishMessage(test: TestApp, slug: string): Promise<void> {
  const { db } = test.app
  const document = { id: uuidv7(), kind: 'message' as const, slug, status: 'draft' as const, draftFiles: {} }
  await insertDocument(db, document)
  const body = { format: 'foyer-message/1', places: ['home'], tone: 'info', title: { en: slug } }
  const revision = { id: uuidv7(), documentId: document.id, number: 1, contentHash: slug }
  await insertRevision(db, { ...revision, files: {}, body, rendered: {} })
  await setLiveRevision(db, { id: document.id, revisionId: revision.id, at: new Date(), by: null })
  test.app.content.refresh()
}

test('pages of a visitor who agreed are kept in their order, a reload within half an hour once', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const ctx = test.as()
  const look = (path: string) => recordView({ ctx, input: { path } })
  for (const path of [
    '/',
    '/',
    '/demos/request-approval',
    '/',
    '/demos/no-such-demo',
    '/studio',
    '/nothing/at/all',
  ]) {
    later(test, 1)
    await look(path)
  }
  later(test, 31)
  await look('/')
  expect([...(await viewsOf(test))]).toEqual([
    { route: 'home', document: null, bot: false },
    { route: 'demo', document: 'request-approval', bot: false },
    { route: 'home', document: null, bot: false },
    { route: 'home', document: null, bot: false },
  ])
})

test('told twice at once a view is kept once, and a program is marked', async () => {
  await using test = await createTestApp()
  const ctx = test.as()
  await Promise.all([1, 2, 3].map(() => recordView({ ctx, input: { path: '/pricing' } })))
  expect(await viewsOf(test)).toHaveLength(1)
  const client = {
    address: '',
    userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)',
    namesLanguage: true,
  }
  later(test, 1)
  await recordView({ ctx: { ...test.as(), client }, input: { path: '/pricing' } })
  expect([...(await viewsOf(test))].map(({ bot }) => bot)).toEqual([false, true])
})

test('without consent nothing is kept, and withdrawing it deletes what was', async () => {
  await using test = await createTestApp()
  await publishMessage(test, 'fair')
  const refused = test.as(undefined, { persistent: false })
  await recordView({ ctx: refused, input: { path: '/' } })
  await recordMessageFate({ ctx: refused, input: { message: 'fair', fate: 'shown' } })
  expect(await viewsOf(test)).toHaveLength(0)
  const ctx = test.as()
  await recordView({ ctx, input: { path: '/' } })
  await recordMessageFate({ ctx, input: { message: 'fair', fate: 'shown' } })
  expect([(await viewsOf(test)).length, (await fates(test)).length]).toEqual([1, 1])
  await recordConsent({ ctx, input: { consent: 'denied' } })
  expect([(await viewsOf(test)).length, (await fates(test)).length]).toEqual([0, 0])
})

test('what became of a message is kept once, and one that was dismissed is not shown again', async () => {
  await using test = await createTestApp()
  await publishMessage(test, 'fair')
  const ctx = test.as()
  const shown = async () => (await readMessages({ ctx, input: { places: ['home'] } })).map(({ slug }) => slug)
  expect(await shown()).toEqual(['fair'])
  for (const fate of ['shown', 'shown', 'clicked', 'dismissed'] as const) {
    later(test, 1)
    await recordMessageFate({ ctx, input: { message: 'fair', fate } })
  }
  await recordMessageFate({ ctx, input: { message: 'no-such', fate: 'shown' } })
  expect([...(await fates(test))].map(({ fate }) => fate)).toEqual(['shown', 'clicked', 'dismissed'])
  expect(await shown()).toEqual([])
  expect(await readMessages({ ctx: test.as(), input: { places: ['home'] } })).toHaveLength(1)
})

test('a browser that agreed tells of views by a script or a picture, and gets an id; another tells nothing', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const browsing = {
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
  }
  const agreed = { ...browsing, cookie: 'foyer_consent=granted' }
  const tell = (headers: Record<string, string>, path: string) =>
    fetch(`${server.origin}${path}`, { headers })
  const picture = await tell(agreed, '/api/v1/me/views/picture?path=/pricing')
  expect(picture.headers.get('content-type')).toBe('image/gif')
  expect(picture.headers.get('set-cookie')).toContain('foyer_visitor=')
  for (const headers of [
    browsing,
    { ...agreed, 'sec-gpc': '1' },
    { ...agreed, 'sec-purpose': 'prefetch' },
    { ...agreed, 'sec-fetch-site': 'cross-site' },
  ]) {
    expect((await tell(headers, '/api/v1/me/views/picture?path=/help')).status).toBe(200)
  }
  expect([...(await viewsOf(test))]).toEqual([{ route: 'pricing', document: null, bot: false }])
  const browser = new TestBrowser(server.origin)
  const answer = await browser.call('POST', '/api/v1/me/views', { path: '/' })
  expect(answer).toMatchObject({ status: 200, body: { recorded: false } })
})

import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { publishDemo, retireDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { TestBrowser, serveApi } from '#tests/support/test-server'
import type { Answer, TestServer } from '#tests/support/test-server'
import { approvalSource } from '~/domain/demo/fixtures/approval'

const WISH = { demo: 'request-approval', plan: 'premium' }
const LAPTOP = { who: 'p1', what: 'Laptop', amount: 900 }
const WAY = [
  { seq: 1, at: 1_000, type: 'NEW_REQUEST', activeMs: 900 },
  { seq: 2, at: 2_000, type: 'SAVE_REQUEST', data: LAPTOP, activeMs: 900 },
  { seq: 3, at: 3_000, type: 'APPROVE', data: { fast: false }, activeMs: 900 },
]

async function begin(test: TestApp, server: TestServer): Promise<{ browser: TestBrowser; trial: string }> {
  const browser = new TestBrowser(server.origin)
  const { status, body } = await browser.call('POST', '/api/v1/trials', WISH)
  expect(status).toBe(201)
  test.clock.at = new Date(test.clock.at.getTime() + 60_000)
  return { browser, trial: String(body['id']) }
}

function expectProblem(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body['code']]).toEqual([status, code])
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(answer.body).toMatchObject({ type: `/problems/${code}`, status, title: expect.any(String) })
}

test('demos are listed, and one is given whole so that a client can walk it', async () => {
  await using test = await createTestApp()
  const { revisionId } = await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const browser = new TestBrowser(server.origin)
  const list = await browser.call('GET', '/api/v1/demos')
  expect(list.body).toMatchObject({
    demos: [
      {
        slug: 'request-approval',
        title: { en: 'Request approval' },
        plans: ['free', 'premium'],
        roles: [{ id: 'employee', name: { en: 'Employee' } }],
        revision: { id: revisionId, number: 1 },
      },
    ],
  })
  const one = await browser.call('GET', '/api/v1/demos/request-approval')
  expect(one.body).toMatchObject({ slug: 'request-approval', demo: { format: 'foyer/1' } })
  const etag = one.headers.get('etag') ?? ''
  const again = await browser.call('GET', '/api/v1/demos/request-approval', undefined, {
    'if-none-match': etag,
  })
  expect(again.status).toBe(304)
})

test('a retired demo answers 410 with what to try instead', async () => {
  await using test = await createTestApp()
  const { documentId } = await publishDemo(test.app.db, approvalSource)
  await publishDemo(test.app.db, approvalSource.replace('slug: request-approval', 'slug: second-demo'))
  await retireDemo(test.app.db, documentId, 'second-demo')
  await using server = await serveApi(test.app)
  const browser = new TestBrowser(server.origin)
  for (const answer of [
    await browser.call('GET', '/api/v1/demos/request-approval'),
    await browser.call('POST', '/api/v1/trials', WISH),
  ]) {
    expectProblem(answer, 410, 'gone')
    expect(answer.body['instead']).toBe('second-demo')
  }
})

test('a whole trial: begun, run, read, rated, converted', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const { browser, trial } = await begin(test, server)
  const accepted = await browser.call('POST', `/api/v1/trials/${trial}/events`, { trial, events: WAY })
  expect(accepted.body).toEqual({
    lastSeq: 3,
    states: ['approved'],
    status: 'done',
    outcome: 'success',
    score: 100,
  })
  const read = await browser.call('GET', `/api/v1/trials/${trial}`)
  expect(read.headers.get('cache-control')).toBe('no-store')
  expect(read.body).toMatchObject({
    trial: { id: trial, lastSeq: 3, lastState: 'approved', score: 100, outcome: 'success' },
    trace: WAY,
    elapsedMs: 60_000,
    demo: { slug: 'request-approval' },
  })
  const rated = await browser.call('PUT', `/api/v1/trials/${trial}/rating`, { stars: 5, comment: 'good' })
  expect(rated.body).toEqual({ trial, stars: 5, comment: 'good' })
  const goal = { id: uuidv7(), goal: 'quote', contact: { name: 'Ann', email: 'ann@a.example', company: 'A' } }
  const first = await browser.call('POST', '/api/v1/me/conversions', goal)
  const second = await browser.call('POST', '/api/v1/me/conversions', goal)
  expect([first.status, second.status]).toEqual([201, 200])
  expect(second.body).toEqual(first.body)
  expect(first.body).toMatchObject({ goal: 'quote', trial })
})

test('the first trial gives the browser its id, and no answer tells it otherwise', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const browser = new TestBrowser(server.origin)
  const { headers, body } = await browser.call('POST', '/api/v1/trials', WISH)
  const [cookie = ''] = headers.getSetCookie()
  expect(cookie).toMatch(/^foyer_visitor=[^;]+; Path=\/; SameSite=Lax; HttpOnly$/)
  expect(headers.get('location')).toBe(`/api/v1/trials/${String(body['id'])}`)
  const visitorId = cookie.slice('foyer_visitor='.length).split('.')[0] ?? ''
  expect(JSON.stringify(body)).not.toContain(visitorId)
  expect(body).not.toHaveProperty('flags')
  const consenting = new TestBrowser(server.origin)
  consenting.cookie = 'foyer_consent=granted'
  const agreed = await consenting.call('POST', '/api/v1/trials', WISH)
  expect(agreed.headers.getSetCookie()[0]).toContain('Max-Age=31536000')
})

test('what the protocol refuses says what would be right', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const { browser, trial } = await begin(test, server)
  const path = `/api/v1/trials/${trial}/events`
  const gap = await browser.call('POST', path, { trial, events: WAY.slice(1) })
  expectProblem(gap, 409, 'sequence-gap')
  expect(gap.body['expectedSeq']).toBe(1)
  const refused = await browser.call('POST', path, { trial, events: [WAY[0], { ...WAY[2], seq: 2 }] })
  expectProblem(refused, 422, 'event-refused')
  expect(refused.body).toMatchObject({ seq: 2, reason: 'not-offered', lastSeq: 1 })
  const scored = await browser.call('POST', path, { trial, events: WAY, score: 100 })
  expectProblem(scored, 422, 'invalid-input')
  const other = await browser.call('POST', path, { trial: uuidv7(), events: WAY })
  expectProblem(other, 422, 'invalid-input')
  const read = await browser.call('GET', `/api/v1/trials/${trial}`)
  expect(read.body).toMatchObject({ trial: { lastSeq: 1, score: 0 } })
})

test('a trial that has ended takes no more events, and says so; known ones may come again', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const { browser, trial } = await begin(test, server)
  const send = (events: unknown[]) =>
    browser.call('POST', `/api/v1/trials/${trial}/events`, { trial, events })
  await send(WAY)
  const more = await send([{ ...WAY[0], seq: 4, at: 4_000 }])
  expectProblem(more, 422, 'event-refused')
  expect(more.body).toMatchObject({ seq: 4, reason: 'ended', lastSeq: 3 })
  expect((await send(WAY)).body).toMatchObject({ lastSeq: 3, status: 'done' })
  const unknown = uuidv7()
  const lost = await browser.call('POST', `/api/v1/trials/${unknown}/events`, { trial: unknown, events: WAY })
  expectProblem(lost, 404, 'not-found')
})

test('a trial of another browser does not exist', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const { trial } = await begin(test, server)
  const { browser: other } = await begin(test, server)
  const forged = new TestBrowser(server.origin)
  forged.cookie = `foyer_visitor=${uuidv7()}.${'A'.repeat(43)}`
  for (const browser of [other, new TestBrowser(server.origin), forged]) {
    const calls: [string, string, unknown?][] = [
      ['GET', `/api/v1/trials/${trial}`],
      ['POST', `/api/v1/trials/${trial}/events`, { trial, events: WAY }],
      ['PUT', `/api/v1/trials/${trial}/rating`, { stars: 1 }],
    ]
    for (const [method, path, body] of calls)
      expectProblem(await browser.call(method, path, body), 404, 'not-found')
  }
})

test('whatever is sent, the answer is a problem with the right status', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const browser = new TestBrowser(server.origin)
  const trials = '/api/v1/trials'
  expectProblem(await browser.call('POST', trials, '{"demo":'), 400, 'invalid-input')
  expectProblem(await browser.call('POST', trials, '"text"'), 400, 'invalid-input')
  expectProblem(await browser.call('POST', trials, []), 422, 'invalid-input')
  expectProblem(await browser.call('POST', trials), 422, 'invalid-input')
  expectProblem(await browser.call('POST', trials, { ...WISH, score: 3 }), 422, 'invalid-input')
  expectProblem(await browser.call('POST', trials, { ...WISH, plan: 'gold' }), 422, 'invalid-input')
  expectProblem(await browser.call('POST', trials, { ...WISH, demo: 'none' }), 404, 'not-found')
  expectProblem(await browser.call('POST', trials, { pad: 'x'.repeat(300_000) }), 413, 'invalid-input')
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  expectProblem(await browser.call('POST', trials, 'demo=x', form), 415, 'invalid-input')
  expectProblem(await browser.call('GET', '/api/v1/nothing'), 404, 'not-found')
  expectProblem(await browser.call('GET', '/api/v1/trials/1'), 404, 'not-found')
  expectProblem(await browser.call('GET', '/api/v1/demos/%E0%A4%A'), 400, 'bad-address')
  expectProblem(await browser.call('GET', '/api/v1/demos/__proto__'), 404, 'not-found')
})

test('another method than those offered is answered with those that are', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const browser = new TestBrowser(server.origin)
  const id = uuidv7()
  const cases: [string, string, string][] = [
    ['DELETE', '/api/v1/demos', 'GET'],
    ['POST', '/api/v1/demos/x', 'GET'],
    ['GET', '/api/v1/trials', 'POST'],
    ['PUT', `/api/v1/trials/${id}`, 'GET'],
    ['GET', `/api/v1/trials/${id}/events`, 'POST'],
    ['POST', `/api/v1/trials/${id}/rating`, 'PUT'],
    ['GET', '/api/v1/me/conversions', 'POST'],
    ['PUT', '/api/v1/conversions', 'GET, POST, DELETE'],
    ['PUT', `/api/v1/conversions/${id}`, 'DELETE'],
  ]
  for (const [method, path, allow] of cases) {
    const answer = await browser.call(method, path)
    expectProblem(answer, 405, 'method-not-allowed')
    expect(answer.headers.get('allow')).toBe(allow)
  }
})

test('another site’s page cannot write here', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const browser = new TestBrowser(server.origin)
  const answer = await browser.call('POST', '/api/v1/trials', WISH, { origin: 'https://evil.example' })
  expectProblem(answer, 403, 'forbidden')
})

test('far more requests than people make are told to wait, and how long', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const limits = { visitor: { points: 3, seconds: 60 }, network: { points: 8, seconds: 60 } }
  await using server = await serveApi(test.app, limits)
  const { browser, trial } = await begin(test, server)
  const read = () => browser.call('GET', `/api/v1/trials/${trial}`)
  const [first] = [await read(), await read(), await read()]
  expect(first?.headers.get('ratelimit-policy')).toBe('"visitor";q=3;w=60, "network";q=8;w=60')
  expect(first?.headers.get('ratelimit')).toMatch(/^"visitor";r=2;t=\d+$/)
  const refused = await read()
  expectProblem(refused, 429, 'rate-limited')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  const stranger = new TestBrowser(server.origin)
  const answers = [1, 2, 3, 4].map(() => stranger.call('GET', '/api/v1/demos'))
  expect((await Promise.all(answers)).map(({ status }) => status).sort()).toEqual([200, 200, 200, 429])
})

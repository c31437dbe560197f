import { expect, test } from 'vitest'
import { randomBytes } from 'node:crypto'
import { apiClient } from '#tests/support/api-client'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { TestBrowser, serveApi } from '#tests/support/test-server'
import { approvalSource } from '~/domain/demo/fixtures/approval'

const WISH = { demo: 'request-approval', plan: 'premium' }
const SIMULATED = { ...WISH, simulated: true }
const PASSED_ON = { 'x-forwarded-for': '203.0.113.9' }

const inventedKey = () => `foyer_${randomBytes(32).toString('base64url')}`

test('an invented key neither escapes the limit of its visitor nor that of its network', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  const limits = {
    visitor: { points: 3, seconds: 60 },
    key: { points: 100, seconds: 60 },
    network: { points: 6, seconds: 60 },
  }
  await using server = await serveApi(test.app, limits)
  const browser = new TestBrowser(server.origin)
  await browser.call('POST', '/api/v1/trials', WISH)
  const statuses: number[] = []
  for (const bearer of [inventedKey(), 'x', inventedKey(), inventedKey()]) {
    const headers = { authorization: `Bearer ${bearer}` }
    statuses.push((await browser.call('GET', '/api/v1/demos', undefined, headers)).status)
  }
  expect(statuses).toEqual([200, 200, 200, 429])
  const stranger = new TestBrowser(server.origin)
  const ask = () =>
    stranger.call('GET', '/api/v1/demos', undefined, { authorization: `Bearer ${inventedKey()}` })
  const first = await ask()
  expect(first.headers.get('ratelimit')).toMatch(/^"network";r=0/)
  expect((await ask()).status).toBe(429)
})

test('a key that is known has a limit of its own', async () => {
  await using test = await createTestApp()
  const limits = {
    visitor: { points: 1, seconds: 60 },
    key: { points: 2, seconds: 60 },
    network: { points: 100, seconds: 60 },
  }
  await using server = await serveApi(test.app, limits)
  const client = await apiClient(test, server, ['conversions:read'])
  const ask = () => client.call('GET', '/api/v1/conversions')
  expect((await ask()).headers.get('ratelimit')).toMatch(/^"key";r=1/)
  expect([(await ask()).status, (await ask()).status]).toEqual([200, 429])
  const other = await apiClient(test, server, ['conversions:read'])
  expect((await other.call('GET', '/api/v1/conversions')).status).toBe(200)
})

test('a stranger may not say that a trial is simulated, whatever they claim of where they are', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const ask = (headers: Record<string, string>, body = SIMULATED as Record<string, unknown>) =>
    new TestBrowser(server.origin).call('POST', '/api/v1/trials', body, headers)
  const claims: Record<string, string>[] = [
    PASSED_ON,
    { forwarded: 'for=127.0.0.1' },
    { via: '1.1 proxy' },
    { 'x-real-ip': '127.0.0.1' },
  ]
  for (const headers of claims) {
    const { status, body } = await ask(headers)
    expect(status).toBe(403)
    expect(body).toMatchObject({ code: 'forbidden', issues: [{ at: 'simulated' }] })
  }
  const invented = { ...PASSED_ON, authorization: `Bearer ${inventedKey()}` }
  expect((await ask(invented)).status).toBe(401)
  expect((await ask(PASSED_ON, WISH)).status).toBe(201)
  expect((await ask(PASSED_ON, { ...WISH, simulated: false })).status).toBe(201)
  expect((await ask({})).status).toBe(201)
})

test('with a key a trial may be simulated from anywhere', async () => {
  await using test = await createTestApp()
  await publishDemo(test.app.db, approvalSource)
  await using server = await serveApi(test.app)
  const { secret } = await apiClient(test, server)
  const headers = { ...PASSED_ON, authorization: `Bearer ${secret}` }
  const { status } = await new TestBrowser(server.origin).call('POST', '/api/v1/trials', SIMULATED, headers)
  expect(status).toBe(201)
})

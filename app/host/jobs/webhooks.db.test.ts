import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { addWebhook } from '~/features/alerts/add-webhook.server'
import { listWebhooks } from '~/features/alerts/list-webhooks.server'
import { removeWebhook } from '~/features/alerts/remove-webhook.server'
import { testWebhook } from '~/features/alerts/test-webhook.server'
import { deliverWebhook } from '~/platform/webhooks/deliver-webhook'
import { guardedPost, isAllowedUrl, isPublicAddress } from '~/platform/webhooks/guarded-post'

interface Receiver extends AsyncDisposable {
  url: string
  got: { headers: IncomingHttpHeaders; body: string }[]
  /** The statuses that it answers with, the last for ever. */
  statuses: number[]
}

/** A real receiver on this machine. */
async function receive(statuses = [200]): Promise<Receiver> {
  const got: Receiver['got'] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => (body += chunk.toString()))
    req.on('end', () => {
      got.push({ headers: req.headers, body })
      const status = statuses.length > 1 ? statuses.shift() : statuses[0]
      res.writeHead(status ?? 500, { location: 'http://127.0.0.1:1/other' }).end('x'.repeat(100_000))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    ...{ url: `http://127.0.0.1:${port}/hook`, got, statuses },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function stage(statuses?: number[]) {
  const test = await createTestApp()
  const receiver = await receive(statuses)
  const app = { ...test.app, env: { ...test.app.env, privateWebhooks: true } }
  const ctx = { ...asStaff(test, 'admin'), env: app.env }
  const { id, secret } = await addWebhook({ ctx, input: { url: receiver.url } })
  await testWebhook({ ctx, input: { id } })
  return {
    ...{ test, receiver, app, ctx, id, secret },
    delivery: async () => (await listWebhooks({ ctx }))[0]?.deliveries[0],
    [Symbol.asyncDispose]: async () => {
      await receiver[Symbol.asyncDispose]()
      await test[Symbol.asyncDispose]()
    },
  }
}

test('a message is signed so that the receiver can check it, and sent once', async () => {
  await using at = await stage()
  expect(await Promise.all([deliverWebhook(at.app), deliverWebhook(at.app)])).toContain(true)
  expect(await deliverWebhook(at.app)).toBe(false)
  expect(at.receiver.got).toHaveLength(1)
  const [message] = at.receiver.got
  if (!message) throw new Error('nothing came')
  // The test's clock is not that of the library.
  const id = String(message.headers['webhook-id'])
  const when = new Date(Number(message.headers['webhook-timestamp']) * 1000)
  expect(new Webhook(at.secret).sign(id, when, message.body)).toBe(message.headers['webhook-signature'])
  expect(JSON.parse(message.body)).toMatchObject({ type: 'webhook.test', data: {} })
  expect(await at.delivery()).toMatchObject({ state: 'sent', attempts: 1, answer: '200' })
  const [row] = await at.test.app.sql`select secret from webhook`
  expect(String(row?.secret)).not.toContain(at.secret.slice(6))
})

test('a receiver that fails gets it again later and later, with the same id, until it is given up', async () => {
  await using at = await stage([500, 301, 200])
  await deliverWebhook(at.app)
  expect(await at.delivery()).toMatchObject({ state: 'waiting', answer: '500' })
  expect(await deliverWebhook(at.app)).toBe(false)
  at.test.clock.at = new Date(at.test.clock.at.getTime() + 5_000)
  await deliverWebhook(at.app)
  expect(await at.delivery()).toMatchObject({ state: 'waiting', answer: '301', attempts: 2 })
  at.test.clock.at = new Date(at.test.clock.at.getTime() + 5 * 60_000)
  await deliverWebhook(at.app)
  expect(await at.delivery()).toMatchObject({ state: 'sent', attempts: 3 })
  expect(new Set(at.receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
})

test('after the last attempt, or when nobody listens any more, it is given up', async () => {
  await using at = await stage([500])
  for (let attempt = 0; attempt < 7; attempt += 1) {
    await deliverWebhook(at.app)
    at.test.clock.at = new Date(at.test.clock.at.getTime() + 11 * 3_600_000)
  }
  expect(await at.delivery()).toMatchObject({ state: 'failed', attempts: 7 })
  await using gone = await stage([410])
  await deliverWebhook(gone.app)
  expect(await gone.delivery()).toMatchObject({ state: 'failed', attempts: 1, answer: '410' })
})

test('without the setting nothing goes to this machine or a private network, by whatever name', async () => {
  await using at = await stage()
  await deliverWebhook(at.test.app)
  expect(at.receiver.got).toEqual([])
  expect(await at.delivery()).toMatchObject({ state: 'failed', answer: 'not-allowed' })
  const send = (url: string) => guardedPost({ url, headers: {}, body: '{}', allowPrivate: false })
  // A name that leads to this machine is found out when it is looked up.
  expect(await send('https://localhost/hook')).toEqual({ problem: 'not-allowed' })
  for (const url of [
    ...[
      'http://example.com/',
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://10.0.0.8/',
      'https://169.254.169.254/',
    ],
    ...[
      'https://192.168.1.1/',
      'https://[fd00::1]/',
      'https://[::ffff:127.0.0.1]/',
      'https://0x7f000001/',
      'https://2130706433/',
    ],
    ...[
      'https://a:b@example.com/',
      'ftp://example.com/',
      'file:///etc/passwd',
      'https://0.0.0.0/',
      'https://100.64.0.1/',
    ],
  ]) {
    expect([url, isAllowedUrl(url, false)]).toEqual([url, false])
  }
  expect(isAllowedUrl('https://hooks.example.com/foyer', false)).toBe(true)
  expect([
    isPublicAddress('93.184.216.34'),
    isPublicAddress('::ffff:10.0.0.1'),
    isPublicAddress('x'),
  ]).toEqual([...[true, false, false]])
})

test('a receiver that does not answer is waited for only so long', async () => {
  const server = createServer(() => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/`
  expect(await guardedPost({ url, headers: {}, body: '{}', allowPrivate: true, timeoutMs: 50 })).toEqual({
    problem: 'timed-out',
  })
  server.closeAllConnections()
  server.close()
  expect(await guardedPost({ url, headers: {}, body: '{}', allowPrivate: true })).toEqual({
    problem: 'unreachable',
  })
})

test('only an admin adds and removes webhooks, and a wrong address is told', async () => {
  await using test = await createTestApp()
  const input = { url: 'https://hooks.example.com/foyer' }
  await expect(addWebhook({ ctx: asStaff(test, 'growth'), input })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const ctx = asStaff(test, 'admin')
  await expect(addWebhook({ ctx, input: { url: 'http://10.0.0.1/' } })).rejects.toMatchObject({
    code: 'invalid-input',
    message: 'notAllowed',
  })
  const { id } = await addWebhook({ ctx, input })
  await removeWebhook({ ctx, input: { id } })
  expect(await listWebhooks({ ctx })).toEqual([])
})

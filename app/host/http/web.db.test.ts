import { Router } from 'express'
import { expect, test } from 'vitest'
import { publishYaml } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import { DomainError } from '~/domain/errors'
import { listen } from './listen'
import type { App } from '~/platform/context/context'
import { createWeb } from './web'
import { workspaceSettings } from '~/platform/context/workspace-settings'

interface Site extends AsyncDisposable {
  origin: string
  stopAccepting(): void
}

/** The HTTP side with one page that shows its nonce, one that takes forms and one that breaks. */
const serve = async (app: App): Promise<Site> => {
  const routes = Router()
  routes.get(['/page', '/talk'], (_req, res) => void res.send(res.locals.nonce))
  routes.get('/host', (req, res) => void res.send(String(req.headers['x-forwarded-host'])))
  routes.post('/form', (_req, res) => void res.send('taken'))
  routes.get('/broken', () => {
    throw new Error('the password is hunter2')
  })
  routes.get('/gone', () => {
    throw new DomainError('gone', 'Retired.', { instead: 'other' })
  })
  let accepting = true
  const listener = await listen('127.0.0.1', 0)
  const rest = Router().post('/echo', (_req, res) => void res.json({ ok: true }))
  const api = { ahead: Router(), rest }
  listener.serve(
    createWeb({ app, api, pages: { files: Router(), routes, reading: null }, accepting: () => accepting }),
  )
  return {
    origin: `http://127.0.0.1:${listener.port}`,
    stopAccepting: () => (accepting = false),
    [Symbol.asyncDispose]: () => listener.drain(0),
  }
}

test('every page with scripts has a policy without unsafe parts and a nonce of its own', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const nonces = []
  for (let count = 0; count < 2; count += 1) {
    const response = await fetch(`${site.origin}/talk`)
    const nonce = await response.text()
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`)
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    nonces.push(nonce)
  }
  expect(nonces[0]).not.toBe(nonces[1])
})

test('a reading page has a policy without a nonce', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const response = await fetch(`${site.origin}/page`)
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain("script-src 'self';style-src 'self';")
  expect(await response.text()).toBe('')
})

test('the hosts that the settings name may frame the pages of visitors, from the next request on, and never those of staff', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const framed = async (path: string) => {
    const { headers } = await fetch(`${site.origin}${path}`)
    const policy = headers.get('content-security-policy') ?? ''
    return [/frame-ancestors [^;]*/.exec(policy)?.[0], headers.get('x-frame-options')]
  }
  const shut = ["frame-ancestors 'none'", 'DENY']
  expect(await framed('/page')).toEqual(shut)
  const embedHosts = ['https://www.example.com', 'https://*.example.org']
  const settings = { ...(await workspaceSettings(test.app)), embedHosts }
  await publishYaml(test.app.db, 'settings', settings)
  test.app.content.refresh()
  expect(await framed('/page')).toEqual([`frame-ancestors ${embedHosts.join(' ')}`, null])
  for (const path of ['/studio', '/Studio/demo', '/boards', '/account', '/sign-in']) {
    const [ancestors, frames] = await framed(path)
    expect([path, ancestors?.includes('example'), frames]).not.toContain(true)
    expect([path, frames]).toEqual([path, 'DENY'])
  }
})

test('headers keep the rest shut, and HSTS waits for https', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const { headers } = await fetch(`${site.origin}/page`)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('strict-transport-security')).toBeNull()
  await using secure = await serve({ ...test.app, env: { ...test.app.env, secure: true } })
  const answer = await fetch(`${secure.origin}/page`)
  expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000')
})

test('in an answer of the API nothing runs, and nobody frames it', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const { headers } = await fetch(`${site.origin}/api/v1/demos`)
  expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('a write from another origin never reaches its route', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const post = (path: string, headers: Record<string, string>) =>
    fetch(site.origin + path, { method: 'POST', headers })
  const refused = await post('/form', { origin: 'https://evil.example' })
  expect(refused.status).toBe(403)
  expect(refused.headers.get('content-type')).toContain('application/problem+json')
  expect((await post('/form', { origin: site.origin, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await post('/form', {})).status).toBe(403)
  expect((await post('/form', { origin: site.origin })).status).toBe(200)
  expect((await post('/api/v1/echo', {})).status).toBe(200)
  expect((await post('/api/v1/echo', { cookie: 'foyer_visitor=x' })).status).toBe(403)
})

test('forms are taken at the pace of people, and reading pages is free', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const post = () => fetch(`${site.origin}/form`, { method: 'POST', headers: { origin: site.origin } })
  const statuses = new Set<number>()
  for (let count = 0; count < 1_201; count += 1) statuses.add((await post()).status)
  expect([...statuses]).toEqual([200, 429])
  expect((await fetch(`${site.origin}/page`)).status).toBe(200)
})

test('an error that nobody foresaw tells only its id, a refusal tells why', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const broken = await fetch(`${site.origin}/broken`)
  const body = await broken.text()
  expect(broken.status).toBe(500)
  expect(body).not.toContain('hunter2')
  expect(JSON.parse(body)).toMatchObject({ code: 'internal', requestId: broken.headers.get('x-request-id') })
  const gone = await fetch(`${site.origin}/gone`)
  expect(gone.status).toBe(410)
  expect(await gone.json()).toMatchObject({ code: 'gone', detail: 'Retired.', instead: 'other' })
})

test('the endpoints of sign-in are not on the web', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  expect((await fetch(`${site.origin}/api/auth/get-session`)).status).toBe(404)
  expect((await fetch(`${site.origin}/api/nowhere`)).status).toBe(404)
})

test('a body that is too large, or does not tell its length, is not read', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const headers = { origin: site.origin }
  const large = await fetch(`${site.origin}/form`, { method: 'POST', headers, body: 'x'.repeat(1_000_001) })
  expect(large.status).toBe(413)
  const stream = new Blob(['x']).stream()
  const chunked = await fetch(`${site.origin}/form`, {
    method: 'POST',
    headers,
    body: stream,
    duplex: 'half',
  } as RequestInit)
  expect(chunked.status).toBe(411)
})

test('it is alive while it drains, but not ready', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const ready = async () => (await fetch(`${site.origin}/readyz`)).status
  expect(await ready()).toBe(200)
  site.stopAccepting()
  expect(await ready()).toBe(503)
  expect((await fetch(`${site.origin}/healthz`)).status).toBe(200)
})

test('metrics name routes by template, for this machine or for whoever bears the token', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  await fetch(`${site.origin}/wp-login.php?x=1`)
  const metrics = await fetch(`${site.origin}/metrics`)
  const text = await metrics.text()
  expect(text).toContain('route="other"')
  expect(text).not.toContain('wp-login')
  const proxied = await fetch(`${site.origin}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })
  expect(proxied.status).toBe(403)
  const metricsToken = 'a-token-of-some-length'
  await using guarded = await serve({ ...test.app, env: { ...test.app.env, metricsToken } })
  expect((await fetch(`${guarded.origin}/metrics`)).status).toBe(403)
  const authorization = `Bearer ${metricsToken}`
  expect((await fetch(`${guarded.origin}/metrics`, { headers: { authorization } })).status).toBe(200)
})

test('which host is ours is not for the client to say', async () => {
  await using test = await createTestApp()
  const headers = { 'x-forwarded-host': 'evil.example' }
  await using site = await serve(test.app)
  expect(await (await fetch(`${site.origin}/host`, { headers })).text()).toBe('undefined')
  const origin = 'https://try.example.com'
  await using behindProxy = await serve({ ...test.app, env: { ...test.app.env, origin } })
  expect(await (await fetch(`${behindProxy.origin}/host`, { headers })).text()).toBe('try.example.com')
})

import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Router } from 'express'
import { expect, test } from 'vitest'
import { rawRequest } from '#tests/support/raw-request'
import { createTestApp } from '#tests/support/test-app'
import type { App } from '~/platform/context/context'
import { listen } from './listen'
import { staticFiles } from './static-files'
import { createWeb } from './web'

/** The HTTP side with one asset and pages that say their path, or break. */
async function serve(app: App, env: Partial<App['env']> = {}) {
  const client = await mkdtemp(join(tmpdir(), 'foyer-client-'))
  await mkdir(join(client, 'assets'))
  await writeFile(join(client, 'assets', 'a.js'), 'export {}')
  const routes = Router()
  routes.get('/studio/broken', () => {
    throw new Error('broken')
  })
  routes.use((req, res) => void res.setHeader('Cache-Control', 'private, no-cache').send(req.path))
  const listener = await listen('127.0.0.1', 0)
  const pages = { files: staticFiles(client), routes, reading: null }
  const api = { ahead: Router(), rest: Router() }
  const own = { ...app, env: { ...app.env, ...env } }
  listener.serve(createWeb({ app: own, api, pages, accepting: () => true }))
  const origin = `http://127.0.0.1:${listener.port}`
  return { origin, port: listener.port, [Symbol.asyncDispose]: () => listener.drain(0) }
}

const PATHS = ['/', '/studio', '/api/v1/demos', '/healthz', '/metrics', '/assets/a.js']

test('a foreign Host is turned away with what to do, and no path is left out', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  for (const path of PATHS) {
    const { status, text } = await rawRequest(site.origin, path, { headers: { host: 'evil.example' } })
    expect([path, status]).toEqual([path, 421])
    expect(text).toContain('FOYER_ORIGIN')
  }
})

test('a method that no page takes is 405 with those that there are, on every page', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const ask = (method: string, path: string) =>
    rawRequest(site.origin, path, { method, headers: { origin: site.origin } })
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
    for (const path of ['/', '/studio', '/sign-in', '/assets/a.js', '/nope']) {
      const { status, headers } = await ask(method, path)
      expect([method, path, status, headers.allow]).toEqual([method, path, 405, 'GET, HEAD, POST, OPTIONS'])
    }
  }
  expect((await ask('OPTIONS', '/studio')).status).toBe(204)
  expect((await ask('HEAD', '/page')).status).toBe(200)
})

test('names of this machine are let in, by any port', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  for (const host of ['localhost', `127.0.0.1:${site.port}`, '[::1]:8080', `LOCALHOST:${site.port}`]) {
    expect([host, (await rawRequest(site.origin, '/page', { headers: { host } })).status]).toEqual([
      host,
      200,
    ])
  }
})

test('a Host that cannot be read is 400 on every path, with and without a set origin', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  await using known = await serve(test.app, { origin: 'https://try.example.com' })
  for (const host of ['a b', 'localhost:99999', '[::1', 'user@localhost', '<x>', 'a..b']) {
    for (const path of PATHS) {
      for (const { origin } of [site, known]) {
        const { status } = await rawRequest(origin, path, { headers: { host } })
        expect([host, path, status]).toEqual([host, path, 400])
      }
    }
  }
})

test('with a set origin the name that a proxy passes on does not matter', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app, { origin: 'https://try.example.com' })
  expect((await rawRequest(site.origin, '/page', { headers: { host: 'inner.example' } })).status).toBe(200)
})

test('a path whose escapes are broken is 400 wherever it leads, in the language of the browser', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  for (const start of ['/', '/studio/demo/', '/boards/trials/', '/assets/', '/api/v1/demos/', '/try/']) {
    for (const end of ['%E0%A4%A', '%', '%zz', '%00', '%c0%ae']) {
      const { status } = await rawRequest(site.origin, start + end)
      expect([start + end, status]).toEqual([start + end, 400])
    }
  }
  const headers = { 'accept-language': 'es' }
  expect((await rawRequest(site.origin, '/%', { headers })).text).toContain('No se puede leer esta dirección')
  const api = await rawRequest(site.origin, '/api/v1/demos/%', { headers })
  expect(api.headers['content-type']).toContain('application/problem+json')
  expect(JSON.parse(api.text)).toMatchObject({ status: 400, code: 'bad-address' })
})

test('a request for a whole address is judged by the host in it', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const { text, status } = await rawRequest(site.origin, 'http://localhost/some/page?x')
  expect([status, text]).toEqual([200, '/some/page'])
  expect((await rawRequest(site.origin, 'http://evil.example/some/page')).status).toBe(421)
})

test('two Host headers are none', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const socket = connect(site.port, '127.0.0.1')
  socket.end('GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /)
})

test('an asset that is not there is 404, a range beyond its end 416, and neither is our fault', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const missing = await rawRequest(site.origin, '/assets/nope.js')
  expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'no-store'])
  expect(missing.headers['content-type']).toContain('text/plain')
  const range = await rawRequest(site.origin, '/assets/a.js', { headers: { range: 'bytes=999-' } })
  expect(range.status).toBe(416)
  expect((await rawRequest(site.origin, '/assets/a.js')).headers['cache-control']).toContain('immutable')
  for (const path of [
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fx',
  ]) {
    expect((await rawRequest(site.origin, path)).status).toBeLessThan(500)
  }
})

test('what only one person may see is kept by nobody, errors and data included', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const paths = [
    '/studio',
    '/studio/x.data',
    '/boards?from=x',
    '/account',
    '/sign-in',
    '/studio/broken',
    '/%73tudio/a',
  ]
  for (const path of paths) {
    const { headers } = await rawRequest(site.origin, path)
    expect([path, headers['cache-control']]).toEqual([path, 'no-store'])
  }
  expect((await rawRequest(site.origin, '/help')).headers['cache-control']).toBe('private, no-cache')
})

test('metrics are for programs that ask on this machine directly, by its own name', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app, { origin: 'https://try.example.com' })
  const ask = async (headers: Record<string, string>) =>
    (await rawRequest(site.origin, '/metrics', { headers })).status
  expect(await ask({})).toBe(200)
  for (const name of ['forwarded', 'x-forwarded-host', 'x-real-ip', 'via', 'cf-connecting-ip']) {
    expect([name, await ask({ [name]: 'for=192.0.2.1' })]).toEqual([name, 403])
  }
  expect(await ask({ host: 'try.example.com' })).toBe(403)
})

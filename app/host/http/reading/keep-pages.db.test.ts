import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Router } from 'express'
import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { notifyContentChanged } from '#db/queries/notices'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { createApi } from '~/host/api/api'
import type { App } from '~/platform/context/context'
import { visitorCookie } from '~/platform/visitor/visitor-cookie'
import { publishDemo } from '#tests/support/publish-demo'
import { createTestApp } from '#tests/support/test-app'
import type { ReadingPages } from '../pages'
import { createWeb } from '../web'

interface Site extends AsyncDisposable {
  open(path: string, headers?: Record<string, string>, method?: string): Promise<Response>
  /** How often a page was rendered to be kept. */
  rendered(): number
}

/** A page that shows all that it is rendered from; behind it, a page for one reader alone that sets a cookie. */
async function serve(app: App, more: Partial<ReadingPages> = {}): Promise<Site> {
  let rendered = 0
  const render: ReadingPages['render'] = async (request, { locale, shared }) => {
    rendered += 1
    const live = (await app.content.list('demo')).map(({ slug }) => slug)
    const given = { url: request.url, headers: [...request.headers], locale, isKnown: shared?.isKnown, live }
    return new Response(JSON.stringify(given), { headers: { 'content-type': 'text/html; charset=utf-8' } })
  }
  const routes = Router().get('*', (_req, res) => void res.cookie('own', 'secret').send('for one reader'))
  const reading = { nameOf: (path: string) => path, render, ...more }
  const pages = { files: Router(), routes, reading }
  const server = createServer(createWeb({ app, api: createApi(app), pages, accepting: () => true }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    open: (path, headers = {}, method = 'GET') =>
      fetch(origin + path, { headers, method, redirect: 'manual' }),
    rendered: () => rendered,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('a page is rendered once, and a publish is seen by the next request on every instance', async () => {
  await using test = await createTestApp()
  const other = await test.another()
  await using here = await serve(test.app)
  await using there = await serve(other)
  const before = await (await here.open('/')).text()
  expect(await (await here.open('/')).text()).toBe(before)
  expect(here.rendered()).toBe(1)
  await there.open('/')
  await publishDemo(test.app.db, approvalSource)
  await notifyContentChanged(test.app.db, { kind: 'demo', slug: 'request-approval' })
  test.app.content.refresh()
  expect(await (await here.open('/')).text()).toContain('request-approval')
  await expect.poll(async () => (await there.open('/')).text()).toContain('request-approval')
})

test('a request that comes again is answered with the same headers, but its own id', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const [first, again] = [await site.open('/'), await site.open('/')]
  const own = (answer: Response) =>
    [...answer.headers].filter(([name]) => !['x-request-id', 'date'].includes(name))
  expect(own(again)).toEqual(own(first))
  expect(again.headers.get('content-security-policy')).toContain("script-src 'self';")
  expect(again.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
})

test('requests at the same time share one rendering, and each form of a page has its own', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  await Promise.all(Array.from({ length: 5 }, () => site.open('/pricing')))
  expect(site.rendered()).toBe(1)
  for (const [path, headers] of [
    ['/es/pricing', {}],
    ['/pricing?period=yearly', {}],
    ['/pricing', { cookie: 'foyer_theme=dark' }],
    ['/pricing', { cookie: 'foyer_consent=denied' }],
    ['/pricing', { 'sec-gpc': '1' }],
  ] as const) {
    const count = site.rendered()
    const [one, again] = [await site.open(path, headers), await site.open(path, headers)]
    expect(await one.text()).toBe(await again.text())
    expect(site.rendered(), path).toBe(count + 1)
  }
})

test('nothing of whoever asked first is in a kept page', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const own = visitorCookie({ id: uuidv7(), persistent: true }, test.app.env).split(';')[0] ?? ''
  const first = await site.open('/?utm_source=mail&email=ana@example.com', {
    cookie: `${own}; other=mine`,
    referer: 'https://mail.example/inbox',
    'user-agent': 'Ana’s browser'.replace('’', ''),
    'sec-fetch-site': 'same-origin',
  })
  const kept = await first.text()
  for (const personal of [own.split('=')[1] ?? '', 'other', 'mail', 'ana@', 'Anas']) {
    expect(kept).not.toContain(personal)
  }
  expect(kept).toContain('"isKnown":true')
  expect(first.headers.get('set-cookie')).toBeNull()
  expect(await (await site.open('/')).text()).toContain('"isKnown":false')
})

test('a page for one reader alone, and one that sets a cookie, are not kept', async () => {
  await using test = await createTestApp()
  const withCookie = () => Promise.resolve(new Response('x', { headers: { 'set-cookie': 'a=b' } }))
  await using site = await serve(test.app, { render: withCookie })
  for (const path of ['/', '/help?q=order', `/pricing?from=${uuidv7()}`]) {
    const answer = await site.open(path)
    expect(await answer.text(), path).toBe('for one reader')
    expect(answer.headers.get('set-cookie'), path).toContain('own=secret')
  }
})

test('a browser that has the page is told so, HEAD has no body, and each encoding is the same page', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const first = await site.open('/', { 'accept-encoding': 'identity' })
  const text = await first.text()
  expect(first.headers.get('cache-control')).toBe('no-cache')
  expect(first.headers.get('vary')).toContain('Cookie')
  const tag = first.headers.get('etag') ?? ''
  const again = await site.open('/', { 'accept-encoding': 'identity', 'if-none-match': `"x", ${tag}` })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const head = await site.open('/', { 'accept-encoding': 'identity' }, 'HEAD')
  expect([head.headers.get('content-length'), await head.text()]).toEqual([
    String(Buffer.byteLength(text)),
    '',
  ])
  for (const [accepted, used] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ] as const) {
    const packed = await site.open('/', { 'accept-encoding': accepted })
    expect(packed.headers.get('content-encoding')).toBe(used)
    expect(packed.headers.get('etag')).not.toBe(tag)
    expect(await packed.text()).toBe(text)
  }
})

test('an address without a language leads to the one that was chosen or preferred, and a language in front chooses', async () => {
  await using test = await createTestApp()
  await using site = await serve(test.app)
  const leads = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await site.open(path, headers)
    return [
      answer.status,
      answer.headers.get('location'),
      answer.headers.get('set-cookie')?.split(';')[0] ?? null,
    ]
  }
  expect(await leads('/pricing?period=yearly', { cookie: 'foyer_locale=zh' })).toEqual([
    302,
    '/zh/pricing?period=yearly',
    null,
  ])
  expect(await leads('/', { 'accept-language': 'es-ES' })).toEqual([302, '/es', null])
  expect(await leads('/', { 'accept-language': 'es-ES', cookie: 'foyer_locale=en' })).toEqual([
    200,
    null,
    null,
  ])
  expect(await leads('/pricing?lng=es')).toEqual([302, '/es/pricing', null])
  expect(await leads('/es/pricing')).toEqual([200, null, 'foyer_locale=es'])
  expect(await leads('/es/pricing', { 'sec-purpose': 'prefetch' })).toEqual([200, null, null])
  expect(await leads('/en/pricing', { cookie: 'foyer_locale=es' })).toEqual([
    302,
    '/pricing',
    'foyer_locale=en',
  ])
  expect(await leads('/zh/talk?goal=quote')).toEqual([302, '/talk?goal=quote', 'foyer_locale=zh'])
  expect(await leads('/zh//evil.example')).toEqual([302, '/', 'foyer_locale=zh'])
})

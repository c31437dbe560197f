import type { Router } from 'express'
import { expect, test } from 'vitest'
import { expectDocumented } from '#tests/support/documented'
import { createTestApp } from '#tests/support/test-app'
import { TestBrowser, serveApi } from '#tests/support/test-server'
import { createApi } from '~/host/api/api'
import { openApiDocument } from '~/host/api/openapi/document'

interface Layer {
  route?: { path: string; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
}

/** Every operation that express serves */
function servedBy(layers: Layer[]): string[] {
  return layers.flatMap(({ route, handle }) => {
    if (!route) return servedBy(handle.stack ?? [])
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    return Object.keys(route.methods)
      .filter((method) => method !== '_all')
      .map((method) => `${method} ${path}`)
  })
}

const METHODS = ['get', 'post', 'put', 'delete', 'patch']

test('the document names every operation that is served, and none besides', async () => {
  await using test = await createTestApp()
  const { ahead, rest } = createApi(test.app)
  const served = [ahead, rest].flatMap((router) => servedBy((router as Router & { stack: Layer[] }).stack))
  const documented = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, operations]) =>
    Object.keys(operations ?? {})
      .filter((name) => METHODS.includes(name))
      .map((method) => `${method} ${path}`),
  )
  expect(documented.sort()).toEqual(served.sort())
  expect(served.length).toBeGreaterThan(8)
})

test('the document is served, names every operation once, and tells which of them need a key', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const { status, body } = await new TestBrowser(server.origin).call('GET', '/api/v1/openapi.json')
  expect(status).toBe(200)
  expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
  const operations = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, of]) =>
    Object.entries(of ?? {}).map(([, operation]) => ({ path, ...(operation as { operationId: string }) })),
  )
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  for (const { path, ...operation } of operations) {
    const security = JSON.stringify('security' in operation ? operation.security : [])
    expect([path, security.includes('apiKey')]).toEqual([path, /^\/(conversions|boards)/.test(path)])
  }
})

test('every refusal that is documented has a body by RFC 9457 and tells when to try again', () => {
  for (const [path, operations] of Object.entries(openApiDocument().paths ?? {})) {
    for (const operation of Object.values(operations ?? {})) {
      const responses = Object.entries((operation as { responses: Record<string, object> }).responses)
      const refusals = responses.filter(([status]) => Number(status) >= 400)
      expect([path, refusals.map(([status]) => status)]).toEqual([
        path,
        expect.arrayContaining(['429', '503']),
      ])
      for (const [status, response] of refusals) {
        expect(response).toHaveProperty(['content', 'application/problem+json'])
        const waits = ['429', '503'].includes(status)
        expect(JSON.stringify(response).includes('Retry-After')).toBe(waits)
      }
    }
  }
})

test('an answer that the document does not promise is noticed', () => {
  const limits = { ratelimit: 'x', 'ratelimit-policy': 'x', 'x-request-id': 'x' }
  const headers = new Headers({ ...limits, 'content-type': 'application/json' })
  const heard = {
    method: 'GET',
    path: '/api/v1/demos',
    status: 200,
    headers,
    body: { demos: [] as unknown[] },
  }
  expect(() => expectDocumented(heard)).not.toThrow()
  expect(() => expectDocumented({ ...heard, body: { demos: [{ slug: 'x' }] } })).toThrow('title')
  expect(() => expectDocumented({ ...heard, body: { demos: [], more: 1 } })).toThrow('additional properties')
  expect(() => expectDocumented({ ...heard, status: 418 })).toThrow('not in the document')
  expect(() => expectDocumented({ ...heard, headers: new Headers() })).toThrow('lacks RateLimit')
})

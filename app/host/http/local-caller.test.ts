import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isLocalCaller } from './local-caller'

const asks = (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') => {
  const sent = { Host: 'localhost:3000', 'User-Agent': 'curl/8', Accept: '*/*', ...headers }
  const small = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]))
  const request = { socket: { remoteAddress }, headers: small, rawHeaders: Object.entries(sent).flat() }
  return isLocalCaller(request as unknown as IncomingMessage)
}

test('a program on this machine that asks by a name of this machine is local', () => {
  expect(asks()).toBe(true)
  expect(asks({ Host: '[::1]:3000' }, '::1')).toBe(true)
  expect(asks({ Host: '127.0.0.1' }, '::ffff:127.0.0.1')).toBe(true)
  expect(asks({ 'Accept-Language': 'en', 'X-Request-Id': '1', Authorization: 'Bearer x' })).toBe(true)
})

test('another machine, and a foreign name that leads here, are not', () => {
  expect(asks({}, '192.0.2.7')).toBe(false)
  expect(asks({ Host: 'evil.example' })).toBe(false)
  expect(asks({ Host: 'try.example.com' })).toBe(false)
  expect(asks({ Host: '' })).toBe(false)
})

test.each([
  ...[
    'Forwarded',
    'forwarded',
    'X-Forwarded-For',
    'x-forwarded-host',
    'X-Forwarded-Proto',
    'X-Forwarded-Port',
  ],
  ...[
    'X-Forwarded',
    'Forwarded-For',
    'X-Original-Forwarded-For',
    'X-Real-IP',
    'Via',
    'X-Client-IP',
    'Client-IP',
  ],
  ...[
    'True-Client-IP',
    'CF-Connecting-IP',
    'CF-Connecting-IPv6',
    'CF-Ray',
    'Fastly-Client-IP',
    'Fly-Client-IP',
  ],
  ...['X-Cluster-Client-IP', 'X-Envoy-External-Address', 'X-Azure-ClientIP', 'X-Appengine-User-IP'],
  ...['X-Amzn-Trace-Id', 'CDN-Loop', 'X-Original-Host', 'X-Original-URL', 'X-Rewrite-URL', 'X-Host'],
  ...[
    'X-Remote-IP',
    'X-Remote-Addr',
    'X-Originating-IP',
    'X-ProxyUser-IP',
    'WL-Proxy-Client-IP',
    'Proxy-Client-IP',
  ],
  ...['X-Foyer-Client-IP'],
])('a request that was passed on says so in %s', (name) => {
  expect(asks({ [name]: '127.0.0.1' })).toBe(false)
})

import { expect, test } from 'vitest'
import { mayWrite } from './origin-check'
import type { OriginFacts } from './origin-check'

const post = (facts: Partial<OriginFacts>): OriginFacts => ({
  method: 'POST',
  path: '/sign-in',
  host: '127.0.0.1:3000',
  protocol: 'http',
  origin: undefined,
  fetchSite: undefined,
  hasCookies: true,
  ...facts,
})

test('our own pages may write', () => {
  expect(mayWrite(post({ fetchSite: 'same-origin' }), null)).toBe(true)
  expect(mayWrite(post({ origin: 'http://127.0.0.1:3000' }), null)).toBe(true)
  expect(mayWrite(post({ origin: 'https://try.example.com' }), 'https://try.example.com')).toBe(true)
})

test.each(['cross-site', 'same-site', 'none'])(
  'a %s write is refused even with a fitting Origin',
  (fetchSite) => {
    expect(mayWrite(post({ fetchSite, origin: 'http://127.0.0.1:3000' }), null)).toBe(false)
  },
)

test.each(['https://evil.example', 'null', 'http://127.0.0.1:3001', 'https://127.0.0.1:3000', ''])(
  'a write from origin "%s" is refused',
  (origin) => {
    expect(mayWrite(post({ origin }), null)).toBe(false)
    expect(mayWrite(post({ origin, path: '/api/v1/trials', hasCookies: false }), null)).toBe(false)
  },
)

test('with a set origin, the Host header does not vouch for itself', () => {
  expect(mayWrite(post({ origin: 'http://127.0.0.1:3000' }), 'https://try.example.com')).toBe(false)
})

test('a client that is no browser may use the API, without cookies', () => {
  expect(mayWrite(post({ path: '/api/v1/conversions', hasCookies: false }), null)).toBe(true)
  expect(mayWrite(post({ path: '/api/v1/conversions', hasCookies: true }), null)).toBe(false)
  expect(mayWrite(post({ path: '/sign-in', hasCookies: false }), null)).toBe(false)
})

test('a mail program may unsubscribe by its token, and a browser that was sent there by another site may not', () => {
  const path = '/unsubscribe/a-b_C9'
  expect(mayWrite(post({ path, hasCookies: false }), null)).toBe(true)
  expect(mayWrite(post({ path, hasCookies: true }), null)).toBe(false)
  expect(mayWrite(post({ path, hasCookies: false, origin: 'https://evil.example' }), null)).toBe(false)
  expect(mayWrite(post({ path: `${path}/more`, hasCookies: false }), null)).toBe(false)
})

test('reading is open to all', () => {
  expect(
    mayWrite(post({ method: 'GET', origin: 'https://evil.example', fetchSite: 'cross-site' }), null),
  ).toBe(true)
})

import { expect, test, vi } from 'vitest'
import { kindOfAnswer, kindOfFailure } from './find-kind'

const answer = (status: number, ours: boolean) =>
  new Response('', { status, headers: ours ? { 'X-Remix-Response': 'yes' } : {} })

test.each([
  [200, true, null],
  [202, true, null],
  [404, true, null],
  [422, true, null],
  [500, true, 'failed'],
  [503, true, 'failed'],
  [502, false, 'failed'],
  [429, false, 'failed'],
  [200, false, 'foreign'],
  [403, false, 'foreign'],
] as const)('an answer of %i, ours: %s, is %s', (status, ours, kind) => {
  expect(kindOfAnswer(answer(status, ours))).toBe(kind)
})

test.each([
  [401, { 'X-Foyer-Refused': '401' }, 'signedOut'],
  [403, { 'X-Foyer-Refused': '403' }, 'forbidden'],
  [413, { 'X-Foyer-Refused': '413' }, 'tooLarge'],
  [401, { 'Content-Type': 'application/problem+json; charset=utf-8' }, 'signedOut'],
  [413, { 'Content-Type': 'application/problem+json; charset=utf-8' }, 'tooLarge'],
  [404, { 'X-Foyer-Refused': '404' }, null],
  [401, {}, null],
] as const)('an answer of %i with %o to something sent is %s', (status, headers, kind) => {
  const sent = new Response('', { status, headers: { 'X-Remix-Response': 'yes', ...headers } })
  expect(kindOfAnswer(sent, true)).toBe(kind)
  expect(kindOfAnswer(sent)).toBeNull()
})

const unreachable: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'))
const reachable: typeof fetch = () => Promise.resolve(Response.json({ status: 'ok' }))
const behindPortal: typeof fetch = () => Promise.resolve(new Response('Sign in', { status: 511 }))

test.each([
  [true, reachable, 'blocked'],
  [true, unreachable, 'offline'],
  [true, behindPortal, 'offline'],
  [false, reachable, 'offline'],
] as const)('no answer while the browser says online: %s', async (onLine, ask, kind) => {
  vi.stubGlobal('navigator', { onLine })
  expect(await kindOfFailure(ask)).toBe(kind)
  vi.unstubAllGlobals()
})

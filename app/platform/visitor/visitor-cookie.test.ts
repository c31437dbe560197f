import { expect, test } from 'vitest'
import { newVisitor, readVisitor, visitorCookie } from './visitor-cookie'

const env = { secret: 'k'.repeat(32), secure: false }
const withCookie = (cookie: string, more: Record<string, string> = {}) => new Headers({ cookie, ...more })
const pair = (setCookie: string) => setCookie.split(';')[0] ?? ''

test('a cookie that we issued is read back', () => {
  const visitor = newVisitor({ remembers: false })
  const cookie = pair(visitorCookie(visitor, env))
  expect(readVisitor(withCookie(cookie), env)).toEqual({ id: visitor.id, persistent: false })
})

test('a changed id, a foreign secret and garbage are nobody', () => {
  const cookie = pair(visitorCookie(newVisitor({ remembers: false }), env))
  const changed = cookie.replace(/=./, '=f')
  expect(readVisitor(withCookie(changed === cookie ? cookie.replace(/=./, '=e') : changed), env)).toBeNull()
  expect(readVisitor(withCookie(cookie), { ...env, secret: 'x'.repeat(32) })).toBeNull()
  expect(readVisitor(withCookie('foyer_visitor=a.b'), env)).toBeNull()
  expect(readVisitor(withCookie(`${cookie}.more`), env)).toBeNull()
})

test('a cookie is known again, and only by its own secret', () => {
  const visitor = newVisitor({ remembers: false })
  const cookie = pair(visitorCookie(visitor, env))
  const other = { ...env, secret: 'o'.repeat(32) }
  for (const { keeper, id } of [
    { keeper: env, id: visitor.id },
    { keeper: env, id: visitor.id },
    { keeper: other, id: undefined },
    { keeper: env, id: visitor.id },
  ])
    expect(readVisitor(withCookie(cookie), keeper)?.id).toBe(id)
})

test('without consent the cookie ends with the session', () => {
  expect(visitorCookie(newVisitor({ remembers: false }), env)).not.toContain('Max-Age')
  expect(visitorCookie(newVisitor({ remembers: true }), env)).toContain('Max-Age=31536000')
})

test('the cookie is out of reach of scripts, and Secure on https', () => {
  const cookie = visitorCookie(newVisitor({ remembers: false }), { ...env, secure: true })
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('Secure')
  expect(cookie).toContain('SameSite=Lax')
})

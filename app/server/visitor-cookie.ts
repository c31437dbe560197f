import { createHmac, timingSafeEqual } from 'node:crypto'
import { v7 as uuidv7, validate, version } from 'uuid'
import { consentOf } from './consent'
import type { VisitorIdentity } from './context'
import { YEAR_SECONDS, readCookie, writeCookie } from './cookies'
import type { Environment } from './environment'

export const VISITOR_COOKIE = 'foyer_visitor'

type Keeper = Pick<Environment, 'secret' | 'secure'>

/** A signature is checked once for each request, however many parts of an answer ask. */
const known = new WeakMap<Headers, { secret: string; visitor: VisitorIdentity | null }>()

/** Who asks, by the signed cookie; null for a browser without one or with one that we did not sign. */
export function readVisitor(headers: Headers, env: Keeper): VisitorIdentity | null {
  const found = known.get(headers)
  if (found?.secret === env.secret) return found.visitor
  const visitor = verifyVisitor(headers, env)
  known.set(headers, { secret: env.secret, visitor })
  return visitor
}

function verifyVisitor(headers: Headers, env: Keeper): VisitorIdentity | null {
  const value = readCookie(headers.get('cookie'), VISITOR_COOKIE)
  const [id, signature] = value?.split('.') ?? []
  if (!id || !signature || !validate(id) || version(id) !== 7) return null
  if (!isSame(signature, sign(id, env.secret))) return null
  return { id, persistent: consentOf(headers) === 'granted' }
}

/** A browser seen for the first time. Its id is a UUIDv7 made here. */
export function newVisitor(headers: Headers): VisitorIdentity {
  return { id: uuidv7(), persistent: consentOf(headers) === 'granted' }
}

/** The Set-Cookie value that makes the browser keep its id: for a year with consent, else for its session alone. */
export function visitorCookie(visitor: VisitorIdentity, env: Keeper): string {
  return writeCookie(VISITOR_COOKIE, `${visitor.id}.${sign(visitor.id, env.secret)}`, {
    httpOnly: true,
    secure: env.secure,
    ...(visitor.persistent ? { maxAgeSeconds: YEAR_SECONDS } : {}),
  })
}

/** The Set-Cookie value that makes the browser forget its id. */
export function forgetVisitorCookie(env: Keeper): string {
  return writeCookie(VISITOR_COOKIE, '', { httpOnly: true, secure: env.secure, maxAgeSeconds: 0 })
}

const sign = (id: string, secret: string): string =>
  createHmac('sha256', `visitor:${secret}`).update(id).digest('base64url')

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

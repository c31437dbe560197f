import { createHmac } from 'node:crypto'
import { v7 as uuidv7, validate, version } from 'uuid'
import type { HeaderReader } from './api/request-headers'
import { createBoundedCache } from './bounded-cache'
import type { VisitorIdentity } from './context'
import { YEAR_SECONDS, readCookie, writeCookie } from './cookies'
import type { Environment } from './environment'
import { isSameText } from './same-text'

export const VISITOR_COOKIE = 'foyer_visitor'

type Keeper = Pick<Environment, 'secret' | 'secure'>

/** A signature is checked once for each request, however many parts of an answer ask. */
const known = new WeakMap<HeaderReader, { secret: string; id: string | null }>()

/**
 * Who asks, by the signed cookie; null for a browser without one or with one that we did not sign. `persistent` says
 * whether it may be remembered.
 */
export function readVisitor(headers: HeaderReader, env: Keeper, persistent = false): VisitorIdentity | null {
  const found = known.get(headers)
  const id = found?.secret === env.secret ? found.id : verifiedId(headers, env)
  known.set(headers, { secret: env.secret, id })
  return id === null ? null : { id, persistent }
}

/** Cookies that were found to be ours: a browser sends the same one every two seconds. */
const REMEMBERED = 5_000
const cookiesOf = (secret: string) => ({ secret, signed: createBoundedCache<true>(REMEMBERED) })
let latest = cookiesOf('')

function verifiedId(headers: HeaderReader, { secret }: Keeper): string | null {
  const value = readCookie(headers.get('cookie'), VISITOR_COOKIE)
  if (value === null) return null
  if (latest.secret !== secret) latest = cookiesOf(secret)
  if (!latest.signed.get(value)) {
    if (!isSigned(value, secret)) return null
    latest.signed.set(value, true)
  }
  return value.slice(0, value.indexOf('.'))
}

function isSigned(value: string, secret: string): boolean {
  const [id, signature, ...others] = value.split('.')
  if (!id || !signature || others.length > 0 || !validate(id) || version(id) !== 7) return false
  return isSameText(signature, sign(id, secret))
}

/** A browser seen for the first time. Its id is a UUIDv7 made here. */
export function newVisitor({ remembers }: { remembers: boolean }): VisitorIdentity {
  return { id: uuidv7(), persistent: remembers }
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

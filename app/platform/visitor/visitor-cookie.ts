import { createHmac } from 'node:crypto'
import { v7 as uuidv7, validate, version } from 'uuid'
import type { HeaderReader } from '../http/request-headers'
import { createBoundedCache } from '../cache/bounded-cache'
import type { VisitorIdentity } from '../context/context'
import { YEAR_SECONDS, readCookie, writeCookie } from '../http/cookies'
import type { Environment } from '../environment'
import { constantTimeEqual } from '../sign-in/constant-time-equal'

export const VISITOR_COOKIE = 'foyer_visitor'

type Keeper = Pick<Environment, 'secret' | 'secure'>

/** The signature is checked once per request, however often it is needed. */
const known = new WeakMap<HeaderReader, { secret: string; ids: Ids | null }>()

type Ids = Pick<VisitorIdentity, 'id' | 'browserId'>

/**
 * The visitor by the signed cookie; null when it is missing or not signed by us. `persistent` says whether the browser
 * may be remembered.
 */
export function readVisitor(headers: HeaderReader, env: Keeper, persistent = false): VisitorIdentity | null {
  const found = known.get(headers)
  const ids = found?.secret === env.secret ? found.ids : verifiedIds(headers, env)
  known.set(headers, { secret: env.secret, ids })
  return ids === null ? null : { ...ids, persistent }
}

/** Verified cookies: a browser sends the same one every two seconds. */
const REMEMBERED = 5_000
const cookiesOf = (secret: string) => ({ secret, signed: createBoundedCache<true>(REMEMBERED) })
let latest = cookiesOf('')

function verifiedIds(headers: HeaderReader, { secret }: Keeper): Ids | null {
  const value = readCookie(headers.get('cookie'), VISITOR_COOKIE)
  if (value === null) return null
  if (latest.secret !== secret) latest = cookiesOf(secret)
  if (!latest.signed.get(value)) {
    if (!isSigned(value, secret)) return null
    latest.signed.set(value, true)
  }
  const [id = '', browserId] = value.split('.').slice(0, -1)
  return browserId === undefined ? { id } : { id, browserId }
}

/**
 * `<visitor>.<signature>`, or `<visitor>.<browser>.<signature>` for a browser that became the visitor through a link.
 */
function isSigned(value: string, secret: string): boolean {
  const parts = value.split('.')
  const ids = parts.slice(0, -1)
  if (ids.length < 1 || ids.length > 2 || !ids.every((id) => validate(id) && version(id) === 7)) return false
  return constantTimeEqual(parts.at(-1) ?? '', sign(ids.join('.'), secret))
}

/** A new visitor, with a new UUIDv7 id. */
export function newVisitor({ remembers }: { remembers: boolean }): VisitorIdentity {
  return { id: uuidv7(), persistent: remembers }
}

/** A browser that continues as the visitor of another browser. */
export function anotherBrowserOf(visitorId: string, { remembers }: { remembers: boolean }): VisitorIdentity {
  return { id: visitorId, browserId: uuidv7(), persistent: remembers }
}

/** The Set-Cookie value that stores the id: for a year with consent, otherwise for the session. */
export function visitorCookie(visitor: VisitorIdentity, env: Keeper): string {
  const { id, browserId } = visitor
  const ids = browserId === undefined ? id : `${id}.${browserId}`
  return writeCookie(VISITOR_COOKIE, `${ids}.${sign(ids, env.secret)}`, {
    httpOnly: true,
    secure: env.secure,
    ...(visitor.persistent ? { maxAgeSeconds: YEAR_SECONDS } : {}),
  })
}

/** The Set-Cookie value that deletes the id. */
export function forgetVisitorCookie(env: Keeper): string {
  return writeCookie(VISITOR_COOKIE, '', { httpOnly: true, secure: env.secure, maxAgeSeconds: 0 })
}

const sign = (ids: string, secret: string): string =>
  createHmac('sha256', `visitor:${secret}`).update(ids).digest('base64url')

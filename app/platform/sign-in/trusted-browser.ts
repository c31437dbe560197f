import { createHmac, randomBytes } from 'node:crypto'
import { YEAR_SECONDS, readCookie, writeCookie } from '../http/cookies'
import { emailHash } from '../addresses/email-hash'
import type { Environment } from '../environment'
import { constantTimeEqual } from './constant-time-equal'

const COOKIE = 'foyer_known'

type Keeper = Pick<Environment, 'secret' | 'secure'>

/** The Set-Cookie value that marks a browser in which this address signed in. It grants no access. */
export function trustedBrowserCookie(email: string, env: Keeper): string {
  const id = randomBytes(12).toString('base64url')
  const settings = { httpOnly: true, secure: env.secure, maxAgeSeconds: YEAR_SECONDS }
  return writeCookie(COOKIE, `${id}.${sign(id, email, env)}`, settings)
}

/** The id of a browser in which this address signed in before, or null. */
export function readTrustedBrowser(headers: Headers, email: string, env: Keeper): string | null {
  const [id = '', signature = ''] = readCookie(headers.get('cookie'), COOKIE)?.split('.') ?? []
  return id !== '' && constantTimeEqual(signature, sign(id, email, env)) ? id : null
}

const sign = (id: string, email: string, { secret }: Keeper): string =>
  createHmac('sha256', `known-browser:${secret}`)
    .update(`${id}:${emailHash(email)}`)
    .digest('base64url')

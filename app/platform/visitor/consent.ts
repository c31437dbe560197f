import type { Settings } from '~/domain/content/settings'
import type { HeaderReader } from '../http/request-headers'
import { YEAR_SECONDS, readCookie, writeCookie } from '../http/cookies'

const CONSENT_COOKIE = 'foyer_consent'

/** The consent setting of this workspace. */
export type ConsentMode = Settings['consent']

export type ConsentAnswer = 'granted' | 'denied'
export type Consent = ConsentAnswer | 'unset'

export function isConsentAnswer(value: unknown): value is ConsentAnswer {
  return value === 'granted' || value === 'denied'
}

/** True for a browser that sends Global Privacy Control or Do Not Track. */
export function refusesTracking(headers: HeaderReader): boolean {
  return headers.get('sec-gpc') === '1' || headers.get('dnt') === '1'
}

/** What this browser agreed to. A refusal sent by the browser itself overrides any earlier choice. */
export function consentOf(headers: HeaderReader): Consent {
  if (refusesTracking(headers)) return 'denied'
  const value = readCookie(headers.get('cookie'), CONSENT_COOKIE)
  return isConsentAnswer(value) ? value : 'unset'
}

/**
 * Whether this browser may be remembered beyond its session, and its source recorded. `ask`: only after a yes.
 * `notice`: unless it said no. `none`: never, and nobody is asked. A browser that refuses tracking always wins.
 */
export function mayRemember(headers: HeaderReader, mode: ConsentMode): boolean {
  const answer = consentOf(headers)
  return mode === 'ask' ? answer === 'granted' : mode === 'notice' && answer !== 'denied'
}

/** The Set-Cookie value that stores the answer for a year. */
export function consentCookie(answer: ConsentAnswer, env: { secure: boolean }): string {
  return writeCookie(CONSENT_COOKIE, answer, { secure: env.secure, maxAgeSeconds: YEAR_SECONDS })
}

import { YEAR_SECONDS, readCookie, writeCookie } from './cookies'

const CONSENT_COOKIE = 'foyer_consent'

export type ConsentAnswer = 'granted' | 'denied'
export type Consent = ConsentAnswer | 'unset'

export function isConsentAnswer(value: unknown): value is ConsentAnswer {
  return value === 'granted' || value === 'denied'
}

/** True for a browser that sends Global Privacy Control or Do Not Track. */
export function refusesTracking(headers: Headers): boolean {
  return headers.get('sec-gpc') === '1' || headers.get('dnt') === '1'
}

/** What this browser agreed to. A refusal sent by the browser itself outweighs whatever was clicked. */
export function consentOf(headers: Headers): Consent {
  if (refusesTracking(headers)) return 'denied'
  const value = readCookie(headers.get('cookie'), CONSENT_COOKIE)
  return isConsentAnswer(value) ? value : 'unset'
}

/** The Set-Cookie value that remembers the answer for a year. */
export function consentCookie(answer: ConsentAnswer, env: { secure: boolean }): string {
  return writeCookie(CONSENT_COOKIE, answer, { secure: env.secure, maxAgeSeconds: YEAR_SECONDS })
}

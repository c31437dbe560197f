import { readCookie } from './cookies'

export const CONSENT_COOKIE = 'foyer_consent'

export type Consent = 'granted' | 'denied' | 'unset'

/** What this browser agreed to. Global Privacy Control and Do Not Track count as a refusal, whatever was clicked. */
export function consentOf(headers: Headers): Consent {
  if (headers.get('sec-gpc') === '1' || headers.get('dnt') === '1') return 'denied'
  const value = readCookie(headers.get('cookie'), CONSENT_COOKIE)
  return value === 'granted' || value === 'denied' ? value : 'unset'
}

import { consentOf, refusesTracking } from '~/server/consent'
import type { ConsentState } from './components/consent-choice'

/** What this request's browser agreed to. */
export function consentState(headers: Headers): ConsentState {
  return { answer: consentOf(headers), refused: refusesTracking(headers) }
}

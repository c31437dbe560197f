import { readCookie } from '../http/cookies'
import type { HeaderReader } from '../http/request-headers'

/** Written by a script of the page, for the session alone, when somebody dismisses a message. */
const DISMISSED_COOKIE = 'foyer_dismissed'

const SEPARATOR = '.'

/** The slugs of messages that were dismissed in this browser. */
export function readDismissed(headers: HeaderReader): ReadonlySet<string> {
  const value = readCookie(headers.get('cookie'), DISMISSED_COOKIE)
  return new Set(value ? value.split(SEPARATOR) : [])
}

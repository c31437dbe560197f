import type { HeaderReader } from '../http/request-headers'
import { YEAR_SECONDS, readCookie, writeCookie } from '../http/cookies'

const THEMES = ['system', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

const NAME = 'foyer_theme'

/** The Set-Cookie value that stores the visitor's theme for a year. */
export function themeCookie(theme: Theme, env: { secure: boolean }): string {
  return writeCookie(NAME, theme, { secure: env.secure, maxAgeSeconds: YEAR_SECONDS })
}

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value)
}

/** The chosen theme; `system` follows the device. */
export function readTheme(headers: HeaderReader): Theme {
  const value = readCookie(headers.get('cookie'), NAME)
  return isTheme(value) ? value : 'system'
}

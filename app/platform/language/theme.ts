import { createCookie } from '@remix-run/node'
import { readCookie } from '../http/cookies'

const THEMES = ['system', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

const NAME = 'foyer_theme'

/** The cookie with the visitor's theme. Not secret, not signed. */
export const themeCookie = createCookie(NAME, {
  path: '/',
  sameSite: 'lax',
  maxAge: 365 * 24 * 3600,
  encode: (value: string) => value,
  decode: (value: string) => value,
})

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value)
}

/** The chosen theme; `system` follows the device. */
export function readTheme(request: Request): Theme {
  const value = readCookie(request.headers.get('cookie'), NAME)
  return isTheme(value) ? value : 'system'
}

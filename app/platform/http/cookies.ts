import { parseCookie } from 'cookie'

/** All values that we write are cookie-safe: nothing is to be decoded. */
const AS_WRITTEN = { decode: (value: string) => value }

/** The value of a cookie in a Cookie header, or null. The first one wins, as browsers send the most specific first. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  return parseCookie(header ?? '', AS_WRITTEN)[name] ?? null
}

export interface CookieSettings {
  secure: boolean
  httpOnly?: boolean
  /** Absent: the cookie lives as long as the browser's session. */
  maxAgeSeconds?: number
}

export const YEAR_SECONDS = 365 * 24 * 3600

/** A Set-Cookie value. `value` must already consist of cookie-safe characters. */
export function writeCookie(name: string, value: string, settings: CookieSettings): string {
  const parts = [`${name}=${value}`, 'Path=/', 'SameSite=Lax']
  if (settings.httpOnly) parts.push('HttpOnly')
  if (settings.secure) parts.push('Secure')
  if (settings.maxAgeSeconds !== undefined) parts.push(`Max-Age=${settings.maxAgeSeconds}`)
  return parts.join('; ')
}

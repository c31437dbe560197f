import Negotiator from 'negotiator'
import { LOCALES, isLocale } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { YEAR_SECONDS, readCookie, writeCookie } from '../http/cookies'

export const LOCALE_COOKIE = 'foyer_locale'

/**
 * The language of the response: `?lng`, else the visitor's earlier choice, else the browser's preference, else English,
 * else the first offered.
 */
export function detectLocale(url: URL, headers: Headers, offered: readonly Locale[] = LOCALES): Locale {
  const candidates = [
    url.searchParams.get('lng'),
    readCookie(headers.get('cookie'), LOCALE_COOKIE),
    preferredLocale(headers.get('accept-language') ?? '', offered),
    'en',
    offered[0],
  ]
  return candidates.filter(isLocale).find((locale) => offered.includes(locale)) ?? 'en'
}

/** The best offered language by the q-values of an Accept-Language header (RFC 9110 and 4647), or null. */
export function preferredLocale(header: string, offered: readonly Locale[] = LOCALES): Locale | null {
  return (
    readWishes(header)
      .languages([...offered])
      .find(isLocale) ?? null
  )
}

/**
 * True when an Accept-Language header names a real language, as browsers do. False when it is empty, `*`, or lists only
 * excluded (`q=0`) or made-up languages.
 */
export function namesLanguage(header: string): boolean {
  return readWishes(header).languages().some(isLanguage)
}

/** A wish with no quality, or one of 0 to 1. The library takes what else is written there for a quality, too. */
const WISH = /^[^;]*(;[ \t]*q[ \t]*=[ \t]*(0(\.\d*)?|\.\d+|1(\.0*)?)[ \t]*)?$/i

/** The wishes of the header; what cannot be read is left out and spoils no other. */
function readWishes(header: string): Negotiator {
  const wishes = header.split(',').filter((wish) => WISH.test(wish))
  return new Negotiator({ headers: { 'accept-language': wishes.join() } })
}

const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i
const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

function isLanguage(tag: string): boolean {
  if (tag.length > 40 || !LANGUAGE_TAG.test(tag)) return false
  try {
    return languageNames.of(tag.split('-')[0] ?? '') !== undefined
  } catch {
    return false
  }
}

/** The path without `?lng`, which would override the language just chosen. */
export function withoutLanguageParam(path: string): string {
  const url = new URL(path, 'http://same.invalid')
  url.searchParams.delete('lng')
  return url.pathname + url.search + url.hash
}

export function localeCookie(locale: Locale, env: { secure: boolean }): string {
  return writeCookie(LOCALE_COOKIE, locale, { secure: env.secure, maxAgeSeconds: YEAR_SECONDS })
}

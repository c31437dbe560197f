import { LOCALES, isLocale } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { YEAR_SECONDS, readCookie, writeCookie } from './cookies'

export const LOCALE_COOKIE = 'foyer_locale'

/** The language to answer in: `?lng`, else what the visitor chose before, else what the browser prefers, else English. */
export function detectLocale(url: URL, headers: Headers): Locale {
  const candidates = [
    url.searchParams.get('lng'),
    readCookie(headers.get('cookie'), LOCALE_COOKIE),
    preferredLocale(headers.get('accept-language') ?? ''),
  ]
  return candidates.find(isLocale) ?? 'en'
}

/** The first of our languages by the q-values of an Accept-Language header, or null. */
export function preferredLocale(header: string): Locale | null {
  const wishes = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().split(';')
    const quality = parameters
      .map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1])
      .find((each) => each !== undefined)
    return {
      language: tag.split('-')[0]?.toLowerCase(),
      quality: quality === undefined ? 1 : Number(quality),
    }
  })
  const offered = wishes
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  return offered.map(({ language }) => LOCALES.find((locale) => locale === language)).find(isLocale) ?? null
}

export function localeCookie(locale: Locale, env: { secure: boolean }): string {
  return writeCookie(LOCALE_COOKIE, locale, { secure: env.secure, maxAgeSeconds: YEAR_SECONDS })
}

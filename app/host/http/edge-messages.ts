import { readFileSync } from 'node:fs'
import { projectPath } from '#db/project-path'
import { LOCALES, isLocale } from '~/domain/text'
import type { Locale } from '~/domain/text'
import { readCookie } from '~/platform/http/cookies'
import { LOCALE_COOKIE, preferredLocale } from '~/platform/language/locale'
import type { PlainRequest } from './plain-http'

/** Why a request is refused before it reaches any page. */
export type EdgeRefusal = 'badAddress' | 'badHost' | 'foreignHost'

interface Words {
  title: string
  text: string
}

export type EdgeMessages = (headers: PlainRequest['headers'], refusal: EdgeRefusal) => Words

/** The texts of these refusals, by language. Read once at start: the translator of the pages is not available here. */
export function readEdgeMessages(): EdgeMessages {
  const words = Object.fromEntries(LOCALES.map((locale) => [locale, wordsOf(locale)])) as Record<
    Locale,
    Record<EdgeRefusal, Words>
  >
  return (headers, refusal) => words[localeOf(headers)][refusal]
}

const wordsOf = (locale: Locale): Record<EdgeRefusal, Words> =>
  JSON.parse(readFileSync(projectPath(`content/locales/${locale}/edge.json`), 'utf8')) as Record<
    EdgeRefusal,
    Words
  >

function localeOf(headers: PlainRequest['headers']): Locale {
  const chosen = readCookie(headers.cookie, LOCALE_COOKIE)
  return isLocale(chosen) ? chosen : (preferredLocale(headers['accept-language'] ?? '') ?? 'en')
}

import { isLocale, type Locale } from '../../text'
import { demoLocales } from '../format/first-locale'
import { warning, type FoundProblem } from './found-problem'
import { isJsonObject } from '~/domain/json'
import type { Demo } from '../format/schema'

/** Texts without one of the demo's locales. They fall back to its first locale. */
export function checkLocales(demo: Demo, locales: readonly Locale[] = demoLocales(demo)): FoundProblem[] {
  return findTexts(demo, '').flatMap(({ at, text }) =>
    locales
      .filter((locale) => text[locale] === undefined)
      .map((locale) => warning('missing-locale', at, `This text is not written in ${locale}`)),
  )
}

type FoundText = { at: string; text: Record<string, unknown> }

function findTexts(value: unknown, at: string): FoundText[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => findTexts(item, join(at, String(index))))
  if (!isJsonObject(value)) return []
  const entries = Object.entries(value)
  const isText =
    entries.length > 0 && entries.every(([key, item]) => isLocale(key) && typeof item === 'string')
  return isText ? [{ at, text: value }] : entries.flatMap(([key, item]) => findTexts(item, join(at, key)))
}

function join(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`
}

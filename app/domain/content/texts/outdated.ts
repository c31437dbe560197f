import { hashText } from '~/domain/demo/engine/hash-text'
import { LOCALES } from '~/domain/text'
import type { Locale } from '~/domain/text'
import type { TextUnit } from './text-unit'

/**
 * By text and language: a hash of the translation, and one of the source text for which it was written. Only what was
 * written once is there; anything else is taken to fit.
 */
export type TranslationBasis = Record<string, Partial<Record<Locale, { text: string; source: string }>>>

/** A translation whose source text has changed since. */
export interface OutdatedText {
  key: string
  locale: Locale
}

/**
 * The basis after the texts were saved. A translation that changed fits the source text of this moment; one that stayed
 * keeps the source text for which it was written.
 */
export function nextBasis(
  basis: TranslationBasis,
  units: readonly TextUnit[],
  main: Locale,
): TranslationBasis {
  return Object.fromEntries(
    units.flatMap(({ key, values }) => {
      const source = values[main]
      if (source === undefined) return basis[key] ? [[key, basis[key]] as const] : []
      const entries = translated(values, main).map(([locale, text]) => {
        const known = basis[key]?.[locale]
        const hash = hashText(text)
        const isKept = known?.text === hash
        return [locale, isKept ? known : { text: hash, source: hashText(source) }] as const
      })
      return entries.length > 0 ? [[key, Object.fromEntries(entries)] as const] : []
    }),
  )
}

/** The translations whose source text is another than that for which they were written. */
export function outdatedTexts(
  basis: TranslationBasis,
  units: readonly TextUnit[],
  main: Locale,
): OutdatedText[] {
  return units.flatMap(({ key, values }) => {
    const source = values[main]
    if (source === undefined) return []
    return translated(values, main).flatMap(([locale, text]) => {
      const known = basis[key]?.[locale]
      const isOld = known !== undefined && known.text === hashText(text) && known.source !== hashText(source)
      return isOld ? [{ key, locale }] : []
    })
  })
}

/** The basis in which a translation fits the source text as it is. */
export function confirmedBasis(
  basis: TranslationBasis,
  { key, values }: TextUnit,
  locale: Locale,
  main: Locale,
): TranslationBasis {
  const [text, source] = [values[locale], values[main]]
  if (text === undefined || source === undefined) return basis
  return { ...basis, [key]: { ...basis[key], [locale]: { text: hashText(text), source: hashText(source) } } }
}

function translated(values: TextUnit['values'], main: Locale): [Locale, string][] {
  return LOCALES.flatMap((locale): [Locale, string][] => {
    const text = values[locale]
    return locale === main || text === undefined ? [] : [[locale, text]]
  })
}

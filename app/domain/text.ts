/** Locales of Foyer, in order of preference when a text is missing. */
export const LOCALES = ['en', 'zh', 'es'] as const

export type Locale = (typeof LOCALES)[number]

/** A text as authored: one string for each locale, at least one of them present. */
export type Text = Partial<Record<Locale, string>>

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value)
}

/** The text in `locale`, else in `fallback`, else in its first locale; an empty text gives an empty string. */
export function localize(text: Text, locale: Locale, fallback: Locale = 'en'): string {
  const candidates: Locale[] = [locale, fallback, ...LOCALES]
  const found = candidates.find((candidate) => text[candidate] !== undefined)
  return found ? (text[found] ?? '') : ''
}

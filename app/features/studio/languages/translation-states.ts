import type { Locale } from '~/domain/text'

/** What is wrong with a text, by language. */
export type TranslationStates = Partial<Record<Locale, 'missing' | 'outdated'>>

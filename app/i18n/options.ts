import type { InitOptions } from 'i18next'
import { LOCALES } from '~/domain/text'

/**
 * Shared by server and browser, so that both render the same texts. No fallback language: a test keeps all three
 * complete.
 */
export const i18nOptions = {
  supportedLngs: [...LOCALES],
  fallbackLng: false,
  load: 'languageOnly',
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  returnNull: false,
} satisfies InitOptions

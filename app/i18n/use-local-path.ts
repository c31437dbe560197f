import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { localPath } from '~/domain/content/local-path'
import { isLocale } from '~/domain/text'
import type { Locale } from '~/domain/text'

/** The language of addresses without a language in front. */
export const MainLocale = createContext<Locale>('en')

/** Turns the address of a page into that of the page in the language shown. */
export function useLocalPath(): (address: string) => string {
  const main = useContext(MainLocale)
  const { language } = useTranslation().i18n
  return (address) => (isLocale(language) ? localPath(address, language, main) : address)
}

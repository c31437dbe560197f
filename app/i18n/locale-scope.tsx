import i18next from 'i18next'
import type { ResourceLanguage } from 'i18next'
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Locale } from '~/domain/text'
import { i18nOptions } from './options'

interface LocaleScopeProps {
  locale: Locale
  /** The texts of that language, by namespace. */
  words: ResourceLanguage
  children: ReactNode
}

/** A part of a page in another language, with texts that are already loaded. */
export function LocaleScope({ locale, words, children }: LocaleScopeProps) {
  const scoped = useMemo(() => {
    const made = i18next.createInstance()
    // Without `initImmediate: false` the texts would be ready one tick too late to render.
    void made.init({ ...i18nOptions, lng: locale, resources: { [locale]: words }, initImmediate: false })
    return made
  }, [locale, words])
  return (
    <I18nextProvider i18n={scoped}>
      <div lang={locale} className="contents">
        {children}
      </div>
    </I18nextProvider>
  )
}

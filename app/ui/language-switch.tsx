import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '~/domain/text'
import { paths } from '~/paths'
import { classNames } from './class-names'

const LANGUAGES = [
  { id: 'en', short: 'EN', name: 'English' },
  { id: 'zh', short: '中文', name: '中文' },
  { id: 'es', short: 'ES', name: 'Español' },
] as const

/** The offered languages, each in its own name, as links to the same page; nothing when there is only one. */
export function LanguageSwitch({ locales }: { locales: readonly Locale[] }) {
  const { t, i18n } = useTranslation('common')
  const { pathname, search } = useLocation()
  const offered = LANGUAGES.filter(({ id }) => locales.includes(id))
  if (offered.length < 2) return null
  return (
    <nav aria-label={t('language')} className="flex">
      {offered.map(({ id, short, name }) => {
        const current = i18n.language === id
        return (
          <a
            key={id}
            href={paths.chooseLanguage(id, pathname + search)}
            lang={id}
            hrefLang={id}
            aria-label={name}
            aria-current={current ? 'true' : undefined}
            className={classNames(
              'grid min-h-9 place-items-center rounded-md px-2 text-xs font-medium pointer-coarse:min-h-11',
              current ? 'text-ink' : 'text-faint hover:bg-sunken hover:text-ink',
            )}
          >
            {short}
          </a>
        )
      })}
    </nav>
  )
}

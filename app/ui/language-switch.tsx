import { Form, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '~/domain/text'
import { paths } from '~/paths'
import { classNames } from './class-names'

const LANGUAGES = [
  { id: 'en', short: 'EN', name: 'English' },
  { id: 'zh', short: '中文', name: '中文' },
  { id: 'es', short: 'ES', name: 'Español' },
] as const

/** The offered languages, each in its own name; nothing when there is only one. */
export function LanguageSwitch({ locales }: { locales: readonly Locale[] }) {
  const { t, i18n } = useTranslation('common')
  const { pathname, search } = useLocation()
  const offered = LANGUAGES.filter(({ id }) => locales.includes(id))
  if (offered.length < 2) return null
  return (
    <Form
      method="post"
      action={paths.locale()}
      preventScrollReset
      aria-label={t('language')}
      className="flex"
      reloadDocument
    >
      <input type="hidden" name="redirectTo" value={pathname + search} />
      {offered.map((language) => {
        const current = i18n.language === language.id
        return (
          <button
            key={language.id}
            name="lng"
            value={language.id}
            lang={language.id}
            aria-label={language.name}
            aria-pressed={current}
            className={classNames(
              'min-h-9 rounded-md px-2 text-xs font-medium pointer-coarse:min-h-11',
              current ? 'text-ink' : 'text-faint hover:bg-sunken hover:text-ink',
            )}
          >
            {language.short}
          </button>
        )
      })}
    </Form>
  )
}

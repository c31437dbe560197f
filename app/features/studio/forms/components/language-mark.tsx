import { useTranslation } from 'react-i18next'
import type { Locale } from '~/domain/text'

/** The name of a language above its text, and what is wrong with the translation. */
export function LanguageMark({ locale, state }: { locale: Locale; state: 'missing' | 'outdated' | null }) {
  const { t } = useTranslation('forms')
  return (
    <span className="flex min-h-4 items-center gap-2 text-xs text-faint">
      <span>{t(`language.${locale}`)}</span>
      {state ? <span className="font-medium text-warn">{t(state)}</span> : null}
    </span>
  )
}

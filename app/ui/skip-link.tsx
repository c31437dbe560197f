import { useTranslation } from 'react-i18next'

/** The first focusable link: skips the navigation to `#main`. */
export function SkipLink() {
  const { t } = useTranslation('common')
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-lg bg-ink px-4 py-3 text-sm font-medium text-canvas focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
    >
      {t('skip')}
    </a>
  )
}

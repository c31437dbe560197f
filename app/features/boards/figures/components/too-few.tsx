import { useTranslation } from 'react-i18next'

/** Replaces a figure that is based on too few trials. */
export function TooFew() {
  const { t } = useTranslation('boards')
  return <span className="text-title font-normal text-muted">{t('figure.tooFew')}</span>
}

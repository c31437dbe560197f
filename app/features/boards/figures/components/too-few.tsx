import { useTranslation } from 'react-i18next'

/** Stands where a figure would, when it rests on too few trials. */
export function TooFew() {
  const { t } = useTranslation('boards')
  return <span className="text-title font-normal text-muted">{t('figure.tooFew')}</span>
}

import { useTranslation } from 'react-i18next'
import { Spinner } from '~/ui/spinner'

/** Shown while a proof runs. */
export function ProofRunning() {
  const { t } = useTranslation('studio')
  return (
    <p role="status" className="flex items-center gap-2 text-sm text-muted">
      <Spinner />
      <span>{t('proof.running')}</span>
    </p>
  )
}

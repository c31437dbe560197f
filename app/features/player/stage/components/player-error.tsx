import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'

/** A trial that cannot be opened: it belongs to another browser, was erased, or never existed. */
export function PlayerError() {
  const { t } = useTranslation('player')
  return (
    <EmptyState
      title={t('error.title')}
      action={
        <LinkButton to={paths.home()} tone="primary">
          {t('error.home')}
        </LinkButton>
      }
    >
      <p>{t('error.text')}</p>
    </EmptyState>
  )
}

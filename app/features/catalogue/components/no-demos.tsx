import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'

/** The empty state of the catalogue: no demo matches, or none is published yet. */
export function NoDemos({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation('center')
  if (narrowed) {
    return (
      <EmptyState
        title={t('home.noneTitle')}
        action={<LinkButton to={paths.home()}>{t('home.showAll')}</LinkButton>}
      >
        <p>{t('home.noneText')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={t('home.emptyTitle')}
      action={<LinkButton to={paths.talk()}>{t('home.talk')}</LinkButton>}
    >
      <p>{t('home.emptyText')}</p>
    </EmptyState>
  )
}

import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'

/** No demo fits the choice, or none is published yet: what will be here, and what to do now. */
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

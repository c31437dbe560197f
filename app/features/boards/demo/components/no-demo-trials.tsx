import { Route } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'

/** Says that nobody tried the demo, or that nothing fits the filter. */
export function NoDemoTrials({ narrowed, all, demo }: { narrowed: boolean; all: string; demo: string }) {
  const { t } = useTranslation('boards')
  const key = narrowed ? 'empty.narrowed' : 'empty.demo'
  return (
    <EmptyState
      icon={<Route aria-hidden="true" className="size-6" />}
      title={t(`${key}.title`)}
      action={
        <>
          <LinkButton to={all} tone="secondary" size="small">
            {t('empty.allTime')}
          </LinkButton>
          <LinkButton to={demo} tone="quiet" size="small">
            {t('empty.openDemo')}
          </LinkButton>
        </>
      }
    >
      {t(`${key}.text`)}
    </EmptyState>
  )
}

import { Route } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'

interface NoDemoTrialsProps {
  narrowed: boolean
  /** Address of this page with these parameters alone. */
  hrefOf: (query: { range?: 'all' }) => string
  /** Address of the demo. */
  demo: string
}

/** Says that nobody tried the demo, or that nothing fits the filter, and offers the way back. */
export function NoDemoTrials({ narrowed, hrefOf, demo }: NoDemoTrialsProps) {
  const { t } = useTranslation('boards')
  const key = narrowed ? 'empty.narrowed' : 'empty.demo'
  return (
    <EmptyState
      icon={<Route aria-hidden="true" className="size-6" />}
      title={t(`${key}.title`)}
      action={
        <>
          <LinkButton to={hrefOf(narrowed ? {} : { range: 'all' })} tone="secondary" size="small">
            {t(narrowed ? 'empty.reset' : 'empty.allTime')}
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

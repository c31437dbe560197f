import { ChartNoAxesColumn } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/ui/empty-state'
import type { Elements } from '~/ui/elements'
import { LinkButton } from '~/ui/link-button'

interface NoTrialsProps {
  narrowed: boolean
  hrefOf: (query: { range?: 'all' }) => string
  /** Another way on, where nobody has tried anything. */
  children?: Elements
}

/** Says that nobody tried anything, or that nothing fits the filter, and offers the way back. */
export function NoTrials({ narrowed, hrefOf, children }: NoTrialsProps) {
  const { t } = useTranslation('boards')
  const key = narrowed ? 'empty.narrowed' : 'empty.overview'
  return (
    <EmptyState
      icon={<ChartNoAxesColumn aria-hidden="true" className="size-6" />}
      title={t(`${key}.title`)}
      action={
        <>
          <LinkButton to={hrefOf(narrowed ? {} : { range: 'all' })} tone="secondary" size="small">
            {t(narrowed ? 'empty.reset' : 'empty.allTime')}
          </LinkButton>
          {narrowed ? null : children}
        </>
      }
    >
      {t(`${key}.text`)}
    </EmptyState>
  )
}

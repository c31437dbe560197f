import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { classNames } from '~/ui/class-names'
import type { BoardFormat } from '../../figures/board-format'
import type { TrialComparison } from '../comparison-views'

/** The places of both in order: what both reached, and what one of them alone. */
export function ComparisonStops({
  comparison,
  format,
  hrefOf,
}: {
  comparison: TrialComparison
  format: BoardFormat
  hrefOf: (stop: number) => string
}) {
  const { t } = useTranslation('boards')
  const { stops, current } = comparison
  return (
    <nav aria-label={t('compare.stops')}>
      <ol className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto p-0.5">
        {stops.map(({ state, moved, at }, index) => (
          <li key={index}>
            <Link
              to={hrefOf(index)}
              replace
              preventScrollReset
              aria-current={index === current ? 'step' : undefined}
              className={classNames(
                'inline-flex min-h-7 items-center gap-1.5 rounded-full px-2.5 text-xs pointer-coarse:min-h-11',
                index === current ? 'bg-accent-soft' : 'bg-sunken hover:bg-line',
                moved !== 'both' && 'text-warn',
              )}
            >
              <span>{state ?? format.clock(Math.max(at.a, at.b))}</span>
              {moved === 'both' ? null : <span className="text-faint">{t(`compare.only.${moved}`)}</span>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

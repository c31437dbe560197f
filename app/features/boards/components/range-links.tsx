import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { RANGE_PRESETS } from '~/domain/insight/date-range'
import { classNames } from '~/ui/class-names'
import type { BoardQuery } from '../board-query'
import { boardParams } from '../board-query'

/** The ready-made periods, side by side. Days of one's own are in the panel. */
export function RangeLinks({
  query,
  hrefOf,
}: {
  query: BoardQuery
  hrefOf: (params: Record<string, string | undefined>) => string
}) {
  const { t } = useTranslation('boards')
  const custom = query.from !== undefined || query.to !== undefined
  return (
    <nav aria-label={t('filter.period')} className="flex rounded-lg bg-sunken p-0.5">
      {RANGE_PRESETS.map((range) => {
        const current = !custom && query.range === range
        return (
          <Link
            key={range}
            to={hrefOf(boardParams({ ...query, range, from: undefined, to: undefined }))}
            aria-current={current ? 'true' : undefined}
            preventScrollReset
            className={classNames(
              'flex min-h-8 items-center rounded-md px-3 text-sm whitespace-nowrap pointer-coarse:min-h-10',
              current ? 'bg-surface font-medium text-ink shadow-xs' : 'text-muted hover:text-ink',
            )}
          >
            {t(`filter.range.${range}`)}
          </Link>
        )
      })}
    </nav>
  )
}

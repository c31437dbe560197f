import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { CONVERSION_FILTERS } from '../../schemas'
import type { ConversionFilter } from '../../schemas'

/** Filters for kinds of conversions, with counts. Links, so that each has a URL. */
export function ConversionFilters({
  filter,
  counts,
}: {
  filter: ConversionFilter
  counts: Record<ConversionFilter, number>
}) {
  const { t, i18n } = useTranslation('conversions')
  const format = new Intl.NumberFormat(i18n.language)
  return (
    <nav
      aria-label={t('conversions.filter.label')}
      className="-mx-4 flex gap-5 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0"
    >
      {CONVERSION_FILTERS.map((one) => (
        <Link
          key={one}
          to={paths.conversions({ filter: one === 'all' ? undefined : one })}
          aria-current={one === filter ? 'page' : undefined}
          className="-mb-px flex min-h-10 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium whitespace-nowrap text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink pointer-coarse:min-h-11"
        >
          <span>{t(`conversions.filter.${one}`)}</span>
          <span className="text-xs font-normal text-faint tabular-nums">{format.format(counts[one])}</span>
        </Link>
      ))}
    </nav>
  )
}

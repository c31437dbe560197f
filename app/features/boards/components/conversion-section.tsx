import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Counts } from '~/domain/insight/count'
import type { Proportion } from '~/domain/insight/proportion'
import { Stat } from '~/ui/stat'
import type { BoardFormat } from '../board-format'
import { RateStat } from './rate-stat'

/** Conversion of the trials that had their time, and apart from it those that still have it. */
export function ConversionSection({
  rate,
  counts,
  days,
  format,
  longer,
  hrefOf,
}: {
  rate: Proportion
  counts: Counts
  /** Length of the window. */
  days: number
  format: BoardFormat
  /** This board over a longer period. */
  longer: string
  hrefOf: (name: 'converted' | 'matured' | 'open') => string
}) {
  const { t } = useTranslation('boards')
  return (
    <div className="grid gap-6">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-8 sm:grid-cols-4">
        <RateStat
          label={t('conversion.rate')}
          rate={rate}
          to={{ numerator: hrefOf('converted'), denominator: hrefOf('matured') }}
          format={format}
        />
        <Stat
          label={t('conversion.converted')}
          value={format.number(counts.converted)}
          to={hrefOf('converted')}
          detail={t('conversion.convertedDetail')}
        />
        <Stat
          label={t('conversion.matured')}
          value={format.number(counts.matured)}
          to={hrefOf('matured')}
          detail={t('conversion.maturedDetail', { count: days })}
        />
        <Stat
          label={t('conversion.open')}
          value={format.number(counts.open)}
          to={hrefOf('open')}
          detail={t('conversion.openDetail', { count: days })}
        />
      </dl>
      {rate.enough ? null : (
        <p className="text-sm text-muted">
          <span>{`${t('conversion.young', { count: counts.aged, days })} `}</span>
          <Link to={longer} preventScrollReset className="text-accent underline underline-offset-4">
            {t('conversion.longer')}
          </Link>
        </p>
      )}
    </div>
  )
}

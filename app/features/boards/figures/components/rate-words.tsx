import { useTranslation } from 'react-i18next'
import type { Proportion } from '~/domain/insight/proportion'
import { classNames } from '~/ui/class-names'
import type { BoardFormat } from '../board-format'

/** A rate in a cell: the share and its interval, or that there is not enough data. */
export function RateWords({
  rate,
  format,
  stacked = false,
}: {
  rate: Proportion
  format: BoardFormat
  /** On a phone the interval stands below the share. */
  stacked?: boolean
}) {
  const { t } = useTranslation('boards')
  if (!rate.enough || rate.share === null) {
    return <span className="text-xs whitespace-nowrap text-faint">{t('figure.tooFewShort')}</span>
  }
  return (
    <span className="whitespace-nowrap">
      <span>{format.percent(rate.share)}</span>
      <span className={classNames('ml-2 text-xs text-faint', stacked && 'max-sm:ml-0 max-sm:block')}>
        {t('figure.range', { low: format.percent(rate.low), high: format.percent(rate.high) })}
      </span>
    </span>
  )
}

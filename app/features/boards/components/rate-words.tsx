import { useTranslation } from 'react-i18next'
import type { Proportion } from '~/domain/insight/proportion'
import type { BoardFormat } from '../board-format'

/** A rate in a cell: the share and its interval, or that the trials are too few to tell. */
export function RateWords({ rate, format }: { rate: Proportion; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  if (!rate.enough || rate.share === null) {
    return <span className="text-xs whitespace-nowrap text-faint">{t('figure.tooFew')}</span>
  }
  return (
    <span className="whitespace-nowrap">
      {format.percent(rate.share)}
      <span className="ml-2 text-xs text-faint">
        {t('figure.range', { low: format.percent(rate.low), high: format.percent(rate.high) })}
      </span>
    </span>
  )
}

import { useTranslation } from 'react-i18next'
import type { BoardFormat } from '../../figures/board-format'
import type { BoardPeriod } from '../../figures/board-views'

/** The period of the figures, its time zone, and the moment that they stand for. */
export function PeriodLine({ period, format }: { period: BoardPeriod; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  const { first, last, timeZone, asOf } = period
  const days = first === null ? t('period.allTime') : format.days(first, last)
  return (
    <span className="tabular-nums">
      {t('period.line', { days, timeZone: timeZone.replaceAll('_', ' '), asOf: format.instant(asOf) })}
    </span>
  )
}

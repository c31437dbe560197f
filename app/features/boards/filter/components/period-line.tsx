import { useTranslation } from 'react-i18next'
import type { BoardFormat } from '../../figures/board-format'
import type { BoardPeriod } from '../../figures/board-views'

/** The period of the figures and its time zone. */
export function PeriodLine({ period, format }: { period: BoardPeriod; format: BoardFormat }) {
  const { t } = useTranslation('boards')
  const { first, last, timeZone } = period
  const days = first === null ? t('period.allTime') : format.days(first, last)
  return (
    <span className="tabular-nums">
      {t('period.line', { days, timeZone: timeZone.replaceAll('_', ' ') })}
    </span>
  )
}

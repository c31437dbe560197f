import { useTranslation } from 'react-i18next'
import type { BoardFormat } from '../../figures/board-format'
import type { Before, BoardPeriod } from '../../figures/board-views'

interface PeriodLineProps {
  period: BoardPeriod
  /** What it is compared with, where the board compares. */
  before?: Before | null
  format: BoardFormat
}

/** The period of the figures, its time zone, the moment that they stand for, and the period that they are compared with. */
export function PeriodLine({ period, before = null, format }: PeriodLineProps) {
  const { t } = useTranslation('boards')
  const { first, last, timeZone, asOf } = period
  const days = first === null ? t('period.allTime') : format.days(first, last)
  const words = { days: before ? format.days(before.first, before.last) : '' }
  return (
    <span className="tabular-nums">
      <span>
        {t('period.line', { days, timeZone: timeZone.replaceAll('_', ' '), asOf: format.instant(asOf) })}
      </span>
      {before ? <span>{` · ${t(`before.${before.isCut ? 'cut' : 'whole'}`, words)}`}</span> : null}
    </span>
  )
}

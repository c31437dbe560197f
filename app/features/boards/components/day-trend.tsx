import { useTranslation } from 'react-i18next'
import type { DayCount } from '~/domain/insight/daily-trials'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../board-format'
import { DataDisclosure } from './data-disclosure'
import { NumberLink } from './number-link'
import { Sparkline } from './sparkline'

/** Trials a day over the period, with the same numbers as a table. */
export function DayTrend({
  days,
  format,
  hrefOf,
}: {
  days: readonly DayCount[]
  format: BoardFormat
  /** The trials of one day. */
  hrefOf: (day: string) => string
}) {
  const { t } = useTranslation('boards')
  const [first, last] = [days[0], days.at(-1)]
  const most = Math.max(0, ...days.map((one) => one.count))
  if (!first || !last || days.length < 2) return null
  return (
    <figure className="grid min-w-0 gap-1.5">
      <figcaption className="flex justify-between text-xs text-faint tabular-nums">
        <span>{t('trend.perDay')}</span>
        <span>{t('trend.most', { count: most })}</span>
      </figcaption>
      <Sparkline days={days} className="block h-24 w-full" />
      <p className="flex justify-between border-t border-line pt-1.5 text-xs text-faint tabular-nums">
        <span>{format.day(first.day)}</span>
        <span>{format.day(last.day)}</span>
      </p>
      <DataDisclosure label={t('trend.table')}>
        <DataTable label={t('trend.perDay')}>
          <thead>
            <tr>
              <HeadCell>{t('trend.day')}</HeadCell>
              <HeadCell numeric>{t('trend.trials')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {[...days].reverse().map(({ day, count }) => (
              <Row key={day}>
                <Cell>{format.day(day)}</Cell>
                <Cell numeric>
                  {count === 0 ? '0' : <NumberLink to={hrefOf(day)}>{format.number(count)}</NumberLink>}
                </Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      </DataDisclosure>
    </figure>
  )
}

import { useTranslation } from 'react-i18next'
import type { Day } from '~/domain/day'
import type { TrendStep, TrendUnit } from '~/domain/insight/trend'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../board-format'
import { DataDisclosure } from './data-disclosure'
import { NumberLink } from './number-link'
import { Sparkline } from './sparkline'

/** Trials over the period, by day, week or month, with the same numbers as a table. */
export function TrialTrend({
  steps,
  unit,
  format,
  hrefOf,
}: {
  steps: readonly TrendStep[]
  unit: TrendUnit
  format: BoardFormat
  /** The trials of these days. */
  hrefOf: (first: Day, last: Day) => string
}) {
  const { t } = useTranslation('boards')
  const [first, last] = [steps[0], steps.at(-1)]
  const most = Math.max(0, ...steps.map((one) => one.count))
  if (!first || !last || steps.length < 2) return null
  return (
    <figure className="grid min-w-0 gap-1.5">
      <figcaption className="flex justify-between text-xs text-faint tabular-nums">
        <span>{t(`trend.per.${unit}`)}</span>
        <span>{t(`trend.most.${unit}`, { count: most })}</span>
      </figcaption>
      <Sparkline steps={steps} className="block h-24 w-full" />
      <p className="flex justify-between border-t border-line pt-1.5 text-xs text-faint tabular-nums">
        <span>{format.day(first.first)}</span>
        <span>{format.day(last.last)}</span>
      </p>
      <DataDisclosure label={t('trend.table')}>
        <DataTable label={t(`trend.per.${unit}`)}>
          <thead>
            <tr>
              <HeadCell>{t(`trend.unit.${unit}`)}</HeadCell>
              <HeadCell numeric>{t('trend.trials')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {[...steps].reverse().map(({ first: from, last: to, count }) => (
              <Row key={from}>
                <Cell>{from === to ? format.day(from) : format.days(from, to)}</Cell>
                <Cell numeric>
                  {count === 0 ? '0' : <NumberLink to={hrefOf(from, to)}>{format.number(count)}</NumberLink>}
                </Cell>
              </Row>
            ))}
          </tbody>
        </DataTable>
      </DataDisclosure>
    </figure>
  )
}

import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Day } from '~/domain/day'
import type { TrendStep, TrendUnit } from '~/domain/insight/trend'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../board-format'
import { ChartValues } from './chart/chart-values'
import { DataDisclosure } from './data-disclosure'
import { NumberLink } from './number-link'
import { highestOf, TrendBars } from './trend-bars'

/** Trials over the period, by day, week or month, beside those of the same time before, with the same numbers as a table. */
export function TrialTrend({
  steps,
  unit,
  isOpen,
  before = null,
  format,
  hrefOf,
}: {
  steps: readonly TrendStep[]
  unit: TrendUnit
  /** The last step is not over. */
  isOpen: boolean
  before?: readonly TrendStep[] | null
  format: BoardFormat
  /** The trials of these days. */
  hrefOf: (first: Day, last: Day) => string
}) {
  const { t } = useTranslation('boards')
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last || steps.length < 2) return null
  return (
    <figure className="grid min-w-0 gap-1.5">
      <figcaption className="flex justify-between text-xs text-faint tabular-nums">
        <span>{t(`trend.per.${unit}`)}</span>
        <span>{t('trend.scale', { most: format.number(highestOf(steps, before)) })}</span>
      </figcaption>
      <div className="relative h-24">
        <TrendBars steps={steps} isOpen={isOpen} before={before} className="block size-full" />
        <ChartValues
          label={t(`trend.per.${unit}`)}
          values={steps.map((step, index) => ({
            key: step.first,
            text: titleOf(t, format, { step, then: before?.[index] }),
          }))}
        />
      </div>
      <p className="flex justify-between border-t border-line pt-1.5 text-xs text-faint tabular-nums">
        <span>{format.day(first.first)}</span>
        <span>{format.day(last.last)}</span>
      </p>
      {before || isOpen ? (
        <p className="flex flex-wrap gap-x-4 text-xs text-faint">
          {before ? <span>{t('trend.beforeLine')}</span> : null}
          {isOpen ? <span>{t('trend.open')}</span> : null}
        </p>
      ) : null}
      <DataDisclosure label={t('trend.table')}>
        <DataTable label={t(`trend.per.${unit}`)}>
          <thead>
            <tr>
              <HeadCell>{t(`trend.unit.${unit}`)}</HeadCell>
              <HeadCell numeric>{t('trend.trials')}</HeadCell>
              {before ? <HeadCell numeric>{t('trend.before')}</HeadCell> : null}
            </tr>
          </thead>
          <tbody>
            {[...steps.entries()].reverse().map(([index, { first: from, last: to, count }]) => (
              <Row key={from}>
                <Cell>{from === to ? format.day(from) : format.days(from, to)}</Cell>
                <Cell numeric>
                  {count === 0 ? '0' : <NumberLink to={hrefOf(from, to)}>{format.number(count)}</NumberLink>}
                </Cell>
                {before ? <Cell numeric>{countOf(before[index], format)}</Cell> : null}
              </Row>
            ))}
          </tbody>
        </DataTable>
      </DataDisclosure>
    </figure>
  )
}

const countOf = (step: TrendStep | undefined, format: BoardFormat) => (step ? format.number(step.count) : '')

function titleOf(
  t: TFunction<'boards'>,
  format: BoardFormat,
  { step: { first, last, count }, then }: { step: TrendStep; then: TrendStep | undefined },
): string {
  const days = first === last ? format.day(first) : format.days(first, last)
  const now = `${days}: ${t('trials.count', { count })}`
  return then ? `${now} (${t('trend.then', { day: format.day(then.first), count: then.count })})` : now
}

import { useTranslation } from 'react-i18next'
import type { BreakdownRow } from '~/domain/insight/breakdown/breakdown-terms'
import { NumberLink } from '../../figures/components/number-link'
import { breakdownTerms, rowHref } from '../breakdown-query'
import { isInPoints } from '../measure-format'
import type { BreakdownRowsProps } from './breakdown-table'
import { Denominator, Numerator } from './counted'
import { RowDifference, RowFigure, scaleOf } from './figure-of-row'

/** The rows of the table on a phone. */
export function BreakdownCards(props: BreakdownRowsProps) {
  return (
    <ul className="grid divide-y divide-line md:hidden">
      {props.board.rows.map((row) => (
        <li key={JSON.stringify(row.keys)} className="py-4 first:pt-0">
          <RowCard {...props} row={row} />
        </li>
      ))}
    </ul>
  )
}

function RowCard({ board, row, format, nameOf }: BreakdownRowsProps & { row: BreakdownRow }) {
  const { t } = useTranslation('breakdown')
  const { query } = board
  const { by, measure } = breakdownTerms(query)
  return (
    <div className="grid gap-3">
      <h2 className="font-medium break-words">
        {by.map((dimension, index) => nameOf(dimension, row.keys[index] ?? null)).join(' · ')}
      </h2>
      <RowFigure board={board} estimate={row.estimate} scale={scaleOf(board)} format={format} />
      <dl className="grid grid-cols-3 gap-3 text-sm">
        <Fact label={t('column.trials')}>
          <NumberLink to={rowHref(query, row.keys, { name: 'started' })}>
            {format.number(row.trials)}
          </NumberLink>
        </Fact>
        <Fact label={t(`part.${measure}`)}>
          <Numerator board={board} row={row} format={format} />
        </Fact>
        <Fact label={t(`whole.${measure}`)}>
          <Denominator board={board} row={row} format={format} />
        </Fact>
        <div className="col-span-3">
          <Fact label={t(isInPoints(measure) ? 'column.differencePoints' : 'column.difference')}>
            <RowDifference board={board} row={row} format={format} />
          </Fact>
        </div>
      </dl>
    </div>
  )
}

function Fact({ label, children }: { label: string; children: JSX.Element }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-xs text-faint">{label}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}

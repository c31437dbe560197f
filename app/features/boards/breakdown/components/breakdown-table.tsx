import { useTranslation } from 'react-i18next'
import type { BreakdownColumn, BreakdownRow } from '~/domain/insight/breakdown/breakdown-terms'
import { MEASURE_SETS } from '~/domain/insight/breakdown/measures'
import type { PlainSet } from '~/domain/insight/trial-set'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { trialsHref } from '../../filter/board-links'
import { SortHead } from '../../trials/components/sort-head'
import { breakdownTerms, rowHref, orderHref } from '../breakdown-query'
import type { BreakdownBoard } from '../breakdown-view'
import { isInPoints } from '../measure-format'
import type { KeyNames } from '../use-key-names'
import { Denominator, Numerator } from './counted'
import { RowDifference, RowFigure, scaleOf, type Scale } from './figure-of-row'

export interface BreakdownRowsProps {
  board: BreakdownBoard
  format: BoardFormat
  nameOf: KeyNames
}

/** The table for wide screens. Every head sorts; every number of trials opens their list. */
export function BreakdownTable(props: BreakdownRowsProps) {
  const { t } = useTranslation('breakdown')
  const { board } = props
  const scale = scaleOf(board)
  return (
    <DataTable label={t('title')} className="max-md:hidden">
      <Heads board={board} />
      <tbody>
        {board.rows.map((row) => (
          <TableRow key={JSON.stringify(row.keys)} {...props} row={row} scale={scale} />
        ))}
      </tbody>
      <WholeRow {...props} scale={scale} />
    </DataTable>
  )
}

function Heads({ board: { query } }: { board: BreakdownBoard }) {
  const { t } = useTranslation('breakdown')
  const { by, measure } = breakdownTerms(query)
  const [first, ...others] = by
  const sorted = (column: BreakdownColumn) => ({
    sorted: query.order === column ? query.direction : null,
    to: orderHref(query, column),
  })
  return (
    <thead>
      <tr>
        <SortHead {...sorted('key')}>{t(`dimension.${first}`)}</SortHead>
        {others.map((dimension) => (
          <HeadCell key={dimension}>{t(`dimension.${dimension}`)}</HeadCell>
        ))}
        <SortHead numeric {...sorted('trials')}>
          {t('column.trials')}
        </SortHead>
        <HeadCell numeric>{t(`part.${measure}`)}</HeadCell>
        <HeadCell numeric>{t(`whole.${measure}`)}</HeadCell>
        <SortHead {...sorted('value')}>{t(`measure.${measure}`)}</SortHead>
        <SortHead numeric {...sorted('difference')}>
          {t(isInPoints(measure) ? 'column.differencePoints' : 'column.difference')}
        </SortHead>
      </tr>
    </thead>
  )
}

function TableRow({
  board,
  row,
  scale,
  format,
  nameOf,
}: BreakdownRowsProps & { row: BreakdownRow; scale: Scale }) {
  const { query } = board
  const { by } = breakdownTerms(query)
  return (
    <Row className="hover:bg-sunken/60">
      {by.map((dimension, index) => (
        <Cell key={dimension} className="max-w-72 min-w-28 break-words">
          {nameOf(dimension, row.keys[index] ?? null)}
        </Cell>
      ))}
      <Cell numeric>
        <NumberLink to={rowHref(query, row.keys, { name: 'started' })}>
          {format.number(row.trials)}
        </NumberLink>
      </Cell>
      <Cell numeric>
        <Numerator board={board} row={row} format={format} />
      </Cell>
      <Cell numeric>
        <Denominator board={board} row={row} format={format} />
      </Cell>
      <Cell className="tabular-nums">
        <RowFigure board={board} estimate={row.estimate} scale={scale} format={format} />
      </Cell>
      <Cell numeric>
        <RowDifference board={board} row={row} format={format} />
      </Cell>
    </Row>
  )
}

/** The measure over all trials, below the rows. Its numbers of trials open their lists too. */
function WholeRow({ board, format, scale }: BreakdownRowsProps & { scale: Scale }) {
  const { t } = useTranslation('breakdown')
  const { query, all, trials } = board
  const { denominator } = all
  const { by, measure } = breakdownTerms(query)
  const { whole } = MEASURE_SETS[measure]
  /** A number of trials opens their list; null counts something else. */
  const listed = (set: PlainSet | null, count: number) => {
    const text = format.number(count)
    if (set === null) return <span>{text}</span>
    return <NumberLink to={trialsHref(query, { name: set }, query.demo)}>{text}</NumberLink>
  }
  return (
    <tfoot>
      <Row className="border-t border-line-strong font-medium">
        <Cell colSpan={by.length}>{t('all')}</Cell>
        <Cell numeric>{listed('started', trials)}</Cell>
        <Cell numeric>
          <Numerator board={board} row={{ ...all, keys: null }} format={format} />
        </Cell>
        <Cell numeric>{listed(all.estimate.count === denominator ? whole : null, denominator)}</Cell>
        <Cell className="tabular-nums">
          <RowFigure board={board} estimate={all.estimate} scale={scale} format={format} />
        </Cell>
        <Cell />
      </Row>
    </tfoot>
  )
}

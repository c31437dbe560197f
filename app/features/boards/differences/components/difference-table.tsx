import { useTranslation } from 'react-i18next'
import { MEASURE_SETS } from '~/domain/insight/breakdown/measures'
import { isEnough } from '~/domain/insight/proportion'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { RichText } from '~/ui/rich-text'
import { differenceText, isInPoints, measureText } from '../../breakdown/measure-format'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { valueHref, type ComparedMeasure } from '../differences-query'
import type { ComparedCell, DifferencesBoard } from '../differences-view'

interface TableProps {
  board: DifferencesBoard
  format: BoardFormat
}

/** Each measure in a row, each plan or role in a column, with its difference from the first column. */
export function DifferenceTable({ board, format }: TableProps) {
  const { t } = useTranslation('differences')
  const { names, query, rows, values } = board
  const titles = query.by === 'plan' ? names.plans : names.roles
  return (
    <DataTable label={t('title')}>
      <thead>
        <tr>
          <HeadCell>{t('measure')}</HeadCell>
          {values.map((value) => (
            <HeadCell key={value}>{titles[value] ?? value}</HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ measure, cells }) => (
          <Row key={measure} className="align-top">
            <Cell className="min-w-28 font-medium">{t(`measures.${measure}`)}</Cell>
            {cells.map((cell) => (
              <Cell key={cell.value} className="min-w-44">
                <span className="grid gap-0.5 tabular-nums">
                  <Figure measure={measure} cell={cell} format={format} />
                  <Counted measure={measure} cell={cell} board={board} format={format} />
                  <FromFirst measure={measure} cell={cell} first={cells[0]} format={format} />
                </span>
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}

interface CellProps {
  measure: ComparedMeasure
  cell: ComparedCell
  format: BoardFormat
}

function Figure({ measure, cell: { estimate }, format }: CellProps) {
  const { t } = useTranslation('boards')
  if (!isEnough(estimate.count) || estimate.value === null) {
    return <span className="text-xs text-faint">{t('figure.tooFewShort')}</span>
  }
  const text = (value: number) => measureText(measure, value, format)
  return (
    <span className="whitespace-nowrap">
      <span className="font-medium">{text(estimate.value)}</span>
      <span className="ml-2 text-xs text-faint">
        {t('figure.range', { low: text(estimate.low), high: text(estimate.high) })}
      </span>
    </span>
  )
}

/** The trials of the figure, each number a link to its list. */
function Counted({ measure, cell, board, format }: CellProps & { board: DifferencesBoard }) {
  const { t } = useTranslation('boards')
  const { part, whole } = MEASURE_SETS[measure]
  const hrefOf = (set: typeof whole) => valueHref(board.demo.slug, board.query, cell.value, set)
  const all = <NumberLink to={hrefOf(whole)} />
  const count = format.number(cell.estimate.count)
  const isPart = part !== null && cell.numerator !== null
  return (
    <span className="text-xs text-faint">
      {isPart ? (
        <RichText
          t={t}
          i18nKey="figure.ofTrials"
          values={{ part: format.number(cell.numerator ?? 0), all: count }}
          components={{ part: <NumberLink to={hrefOf(part)} />, all }}
        />
      ) : (
        <RichText t={t} i18nKey="figure.fromTrials" values={{ all: count }} components={{ all }} />
      )}
    </span>
  )
}

/** The difference from the first column. Bold where its interval leaves out 0. */
function FromFirst({ measure, cell, first, format }: CellProps & { first: ComparedCell | undefined }) {
  const { t } = useTranslation('differences')
  const { difference, estimate } = cell
  const isTold = first !== undefined && isEnough(estimate.count) && isEnough(first.estimate.count)
  if (!difference || difference.value === null || !isTold) return null
  const text = (value: number) => differenceText(measure, value, format)
  const isClear = difference.low > 0 || difference.high < 0
  const words = { change: text(difference.value), low: text(difference.low), high: text(difference.high) }
  return (
    <span className={isClear ? 'text-xs font-semibold' : 'text-xs text-muted'}>
      {t(isInPoints(measure) ? 'points' : 'change', words)}
    </span>
  )
}

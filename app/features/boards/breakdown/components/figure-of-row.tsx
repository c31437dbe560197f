import { useTranslation } from 'react-i18next'
import type { BreakdownRow } from '~/domain/insight/breakdown/breakdown-terms'
import {
  POSSIBLE_VALUES,
  type BreakdownMeasure,
  type MeasuredCell,
} from '~/domain/insight/breakdown/measures'
import { isEnough } from '~/domain/insight/proportion'
import type { BoardFormat } from '../../figures/board-format'
import { IntervalStrip } from '../../figures/components/interval-strip'
import type { BreakdownBoard } from '../breakdown-view'
import { measureTexts } from '../measure-format'

/** The ends of the scale that all rows are drawn on. */
export interface Scale {
  low: number
  high: number
}

/** The possible values, or as far as the intervals reach. */
export function scaleOf({ query, rows }: BreakdownBoard): Scale {
  const { low, high } = possibleOf(query.measure)
  if (Number.isFinite(high)) return { low, high }
  const told = rows.filter(({ enough }) => enough).map(({ estimate }) => estimate)
  const lows = told.map((estimate) => estimate.low).filter(Number.isFinite)
  const highs = told.map((estimate) => estimate.high).filter(Number.isFinite)
  return { low: Number.isFinite(low) ? low : Math.min(0, ...lows), high: Math.max(1, ...highs) }
}

function possibleOf(measure: BreakdownMeasure): Scale {
  return measure in POSSIBLE_VALUES
    ? POSSIBLE_VALUES[measure as keyof typeof POSSIBLE_VALUES]
    : { low: 0, high: 1 }
}

interface FigureProps {
  board: BreakdownBoard
  estimate: MeasuredCell['estimate']
  scale: Scale
  format: BoardFormat
}

/** A figure with its interval, as text and drawn; or that there are too few trials. */
export function RowFigure({ board, estimate, scale, format }: FigureProps) {
  const { t } = useTranslation('boards')
  if (!isEnough(estimate.count) || estimate.value === null) {
    return <span className="text-xs whitespace-nowrap text-faint">{t('figure.tooFewShort')}</span>
  }
  const { figure: text } = measureTexts(board, format)
  const at = (value: number) => Math.min(1, Math.max(0, (value - scale.low) / (scale.high - scale.low)))
  return (
    <span className="grid min-w-36 gap-1">
      <span className="whitespace-nowrap">
        <span className="font-medium">{text(estimate.value)}</span>
        <span className="ml-2 text-xs text-faint">
          {t('figure.range', { low: text(estimate.low), high: text(estimate.high) })}
        </span>
      </span>
      <IntervalStrip rate={{ share: at(estimate.value), low: at(estimate.low), high: at(estimate.high) }} />
    </span>
  )
}

/** A row's difference from all other trials. Bold where its interval leaves out 0. */
export function RowDifference({
  board,
  row,
  format,
}: {
  board: BreakdownBoard
  row: BreakdownRow
  format: BoardFormat
}) {
  const { t } = useTranslation('boards')
  const { fromRest, estimate } = row
  const isTold = row.enough && isEnough(board.all.estimate.count - estimate.count)
  if (!fromRest || fromRest.value === null) return <span className="text-faint">–</span>
  if (!isTold) return <span className="text-xs whitespace-nowrap text-faint">{t('figure.tooFewShort')}</span>
  const { difference: text } = measureTexts(board, format)
  const isClear = fromRest.low > 0 || fromRest.high < 0
  return (
    <span className="whitespace-nowrap">
      <span className={isClear ? 'font-semibold' : 'text-muted'}>{text(fromRest.value)}</span>
      <span className="ml-2 text-xs text-faint">
        {t('figure.range', { low: text(fromRest.low), high: text(fromRest.high) })}
      </span>
    </span>
  )
}

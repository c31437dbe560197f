import { useTranslation } from 'react-i18next'
import type { BreakdownRow } from '~/domain/insight/breakdown/breakdown-terms'
import type { DimensionValue } from '~/domain/insight/breakdown/dimensions'
import { MEASURE_SETS } from '~/domain/insight/breakdown/measures'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { trialsHref } from '../../filter/board-links'
import { rowHref, valueSet } from '../breakdown-query'
import type { BreakdownBoard } from '../breakdown-view'
import { measureTexts } from '../measure-format'

interface CountedProps {
  board: BreakdownBoard
  row: BreakdownRow
  format: BoardFormat
}

interface NumeratorProps extends Omit<CountedProps, 'row'> {
  /** Without keys: of all trials. */
  row: Pick<BreakdownRow, 'numerator'> & { keys: readonly DimensionValue[] | null }
}

/** What the figure counts, or sums: a link where trials are behind it. */
export function Numerator({ board, row, format }: NumeratorProps) {
  const { query, factors } = board
  const { part } = MEASURE_SETS[query.measure]
  if (row.numerator === null) return <span className="text-faint">–</span>
  const isMoney = query.measure === 'value'
  const text = isMoney ? measureTexts(board, format).figure(row.numerator) : format.number(row.numerator)
  if (part === null) return <span>{text}</span>
  const set = isMoney ? valueSet(factors) : { name: part }
  const to = row.keys ? rowHref(query, row.keys, set) : trialsHref(query, set, query.demo)
  return <NumberLink to={to}>{text}</NumberLink>
}

/** What the figure is taken of, and the trials that it rests on where it is taken of something else. */
export function Denominator({ board: { query }, row, format }: CountedProps) {
  const { t } = useTranslation('breakdown')
  const { whole } = MEASURE_SETS[query.measure]
  const isOfAll = query.measure === 'trials'
  const to = isOfAll
    ? trialsHref(query, { name: whole }, query.demo)
    : rowHref(query, row.keys, { name: whole })
  const isOfTrials = query.measure !== 'tasks' && query.measure !== 'detours'
  if (isOfTrials) return <NumberLink to={to}>{format.number(row.denominator)}</NumberLink>
  return (
    <span className="grid">
      <span>{format.number(row.denominator)}</span>
      <span className="text-xs whitespace-nowrap">
        <NumberLink to={to}>{t('inTrials', { count: row.estimate.count })}</NumberLink>
      </span>
    </span>
  )
}

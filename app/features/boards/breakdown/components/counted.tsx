import { useTranslation } from 'react-i18next'
import type { BreakdownRow } from '~/domain/insight/breakdown/breakdown-terms'
import { MEASURE_SETS } from '~/domain/insight/breakdown/measures'
import type { BoardFormat } from '../../figures/board-format'
import { NumberLink } from '../../figures/components/number-link'
import { trialsHref } from '../../filter/board-links'
import { rowHref } from '../breakdown-query'
import type { BreakdownBoard } from '../breakdown-view'

interface CountedProps {
  board: BreakdownBoard
  row: BreakdownRow
  format: BoardFormat
}

/** What the figure counts; a link where it counts trials. */
export function Numerator({ board: { query }, row, format }: CountedProps) {
  const { part } = MEASURE_SETS[query.measure]
  if (row.numerator === null) return <span className="text-faint">–</span>
  const text = format.number(row.numerator)
  return part ? <NumberLink to={rowHref(query, row.keys, part)}>{text}</NumberLink> : <span>{text}</span>
}

/** What the figure is taken of, and the trials that it rests on where it is taken of something else. */
export function Denominator({ board: { query }, row, format }: CountedProps) {
  const { t } = useTranslation('breakdown')
  const { whole } = MEASURE_SETS[query.measure]
  const isOfAll = query.measure === 'trials'
  const to = isOfAll ? trialsHref(query, { name: whole }, query.demo) : rowHref(query, row.keys, whole)
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

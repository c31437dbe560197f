import { difference } from '../difference'
import { groupBy } from '../group-by'
import type { MeasureClock, MeasuredTrial } from '../measured-trial'
import { isEnough } from '../proportion'
import { valueOn, type DimensionValue } from './dimensions'
import { rowOrder } from './row-order'
import { measureCell } from './measures'
import type { Breakdown, BreakdownRow, BreakdownTerms } from './breakdown-terms'

/** The oracle: a measure by one or two dimensions. Every trial is in one row, those without a value too. */
export function breakdown(
  trials: readonly MeasuredTrial[],
  { measure, by, order, factors = {} }: BreakdownTerms,
  clock: MeasureClock,
): Breakdown {
  const terms = { clock, whole: trials.length, factors }
  const keyOf = (row: MeasuredTrial) => JSON.stringify(by.map((dimension) => valueOn(dimension, row)))
  const rows = [...groupBy(trials, keyOf)].map(([key, own]): BreakdownRow => {
    const cell = measureCell(measure, own, terms)
    const others = trials.filter((row) => keyOf(row) !== key)
    return {
      ...cell,
      keys: JSON.parse(key) as DimensionValue[],
      trials: own.length,
      fromRest:
        measure === 'trials' || others.length === 0
          ? null
          : difference(cell.estimate, measureCell(measure, others, terms).estimate),
      enough: isEnough(cell.estimate.count),
    }
  })
  return { rows: rows.sort(rowOrder(order)), all: measureCell(measure, trials, terms) }
}

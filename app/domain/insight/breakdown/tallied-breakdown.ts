import { difference } from '../difference'
import { rateEstimate, ratioOfSums, type Estimate, type RatioSums } from '../estimate'
import { isEnough } from '../proportion'
import type { Interval } from '../wilson'
import type { Breakdown, BreakdownRow, BreakdownTerms } from './breakdown-terms'
import type { DimensionValue } from './dimensions'
import { POSSIBLE_VALUES, type BreakdownMeasure, type MeasuredCell } from './measures'
import { rowOrder } from './row-order'

type RateMeasure = Exclude<BreakdownMeasure, keyof typeof POSSIBLE_VALUES>
type MedianMeasure = 'active' | 'score'
type RatioMeasure = Exclude<keyof typeof POSSIBLE_VALUES, MedianMeasure>

/** A median of some trials as a database finds it. */
export interface MedianTally {
  count: number
  /** Null without values. */
  median: number | null
  /** Null for fewer than six. */
  interval: Interval | null
}

interface TalliedRow {
  keys: DimensionValue[]
  trials: number
}

export interface SummedRow extends TalliedRow {
  sums: RatioSums
}

export interface MedianRow extends TalliedRow {
  own: MedianTally
  /** The same over all trials that are not in the row. */
  rest: MedianTally
}

/** What a breakdown is computed from. */
export type BreakdownTally =
  | { measure: RateMeasure | RatioMeasure; rows: readonly SummedRow[] }
  | { measure: MedianMeasure; rows: readonly MedianRow[]; all: MedianTally }

interface Cells {
  own: MeasuredCell
  rest: MeasuredCell
}

/** The breakdown from its tally, as `breakdown` from the trials. */
export function talliedBreakdown(tally: BreakdownTally, { order }: Pick<BreakdownTerms, 'order'>): Breakdown {
  const { rows, all } = 'all' in tally ? medianRows(tally) : summedRows(tally)
  return { rows: rows.sort(rowOrder(order)), all }
}

/** The sums of all are the rows' together, those of the rest what remains of them. */
function summedRows({ measure, rows }: Extract<BreakdownTally, { rows: readonly SummedRow[] }>): Breakdown {
  const whole = rows.reduce((sum, row) => sum + row.trials, 0)
  const all = rows.reduce((sum, row) => combine(sum, row.sums, 1), NOTHING)
  const cell = (sums: RatioSums) => cellOfSums(measure, sums, whole)
  const cellsOf = ({ sums }: SummedRow) => ({ own: cell(sums), rest: cell(combine(all, sums, -1)) })
  const hasRest = rows.length > 1 && measure !== 'trials'
  return { rows: rows.map((row) => rowOf(row, cellsOf(row), hasRest)), all: cell(all) }
}

function medianRows({ measure, rows, all }: Extract<BreakdownTally, { all: MedianTally }>): Breakdown {
  const cell = (tally: MedianTally) => cellOfMedian(measure, tally)
  const made = rows.map((row) => rowOf(row, { own: cell(row.own), rest: cell(row.rest) }, rows.length > 1))
  return { rows: made, all: cell(all) }
}

function rowOf({ keys, trials }: TalliedRow, { own, rest }: Cells, hasRest: boolean): BreakdownRow {
  return {
    ...own,
    keys,
    trials,
    fromRest: hasRest ? difference(own.estimate, rest.estimate) : null,
    enough: isEnough(own.estimate.count),
  }
}

const NOTHING: RatioSums = { count: 0, y: 0, x: 0, yy: 0, xy: 0, xx: 0 }

function combine(a: RatioSums, b: RatioSums, sign: 1 | -1): RatioSums {
  return {
    count: a.count + sign * b.count,
    y: a.y + sign * b.y,
    x: a.x + sign * b.x,
    yy: a.yy + sign * b.yy,
    xy: a.xy + sign * b.xy,
    xx: a.xx + sign * b.xx,
  }
}

function cellOfSums(measure: RateMeasure | RatioMeasure, sums: RatioSums, whole: number): MeasuredCell {
  const denominator = measure === 'trials' ? whole : sums.x
  return { estimate: estimateOf(measure, sums, denominator), numerator: sums.y, denominator }
}

function estimateOf(measure: RateMeasure | RatioMeasure, sums: RatioSums, denominator: number): Estimate {
  return measure in POSSIBLE_VALUES
    ? ratioOfSums(sums, POSSIBLE_VALUES[measure as RatioMeasure])
    : rateEstimate(sums.y, denominator)
}

function cellOfMedian(measure: MedianMeasure, { count, median, interval }: MedianTally): MeasuredCell {
  const estimate = { value: median, ...(interval ?? POSSIBLE_VALUES[measure]), count }
  return { estimate, numerator: null, denominator: count }
}

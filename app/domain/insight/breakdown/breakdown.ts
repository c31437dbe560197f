import { difference, type Difference } from '../difference'
import { groupBy } from '../group-by'
import type { MeasureClock, MeasuredTrial } from '../measured-trial'
import { isEnough } from '../proportion'
import { valueOn, type Dimension, type DimensionValue } from './dimensions'
import { measureCell, type BreakdownMeasure, type MeasuredCell } from './measures'

export const BREAKDOWN_COLUMNS = ['value', 'trials', 'difference', 'key'] as const

/** What a breakdown is sorted by: the figure, its trials, its difference from the rest, or the dimensions' values. */
type BreakdownColumn = (typeof BREAKDOWN_COLUMNS)[number]

export interface BreakdownTerms {
  measure: BreakdownMeasure
  by: readonly [Dimension] | readonly [Dimension, Dimension]
  order: { column: BreakdownColumn; descending: boolean }
}

/** The trials that have the same values. */
interface BreakdownRow extends MeasuredCell {
  /** One for each dimension; null for trials that have none. */
  keys: DimensionValue[]
  /** How many they are, whatever the measure is taken of. */
  trials: number
  /** The figure less that of all other trials; null for shares of all trials, and where there are no others. */
  fromRest: Difference | null
  /** False means that the page says "too few to tell" in place of the figure. */
  enough: boolean
}

export interface Breakdown {
  rows: BreakdownRow[]
  /** The same measure over all trials. */
  all: MeasuredCell
}

/** The oracle: a measure by one or two dimensions. Every trial is in one row, those without a value too. */
export function breakdown(
  trials: readonly MeasuredTrial[],
  { measure, by, order }: BreakdownTerms,
  clock: MeasureClock,
): Breakdown {
  const terms = { clock, whole: trials.length }
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
  return { rows: rows.sort(comparing(order)), all: measureCell(measure, trials, terms) }
}

const FIGURES: Record<Exclude<BreakdownColumn, 'key'>, (row: BreakdownRow) => number | null> = {
  value: ({ estimate }) => estimate.value,
  trials: ({ trials }) => trials,
  difference: ({ fromRest }) => fromRest?.value ?? null,
}

/** Rows without a figure come last in either direction; ties are in order of their keys. */
function comparing({ column, descending }: BreakdownTerms['order']) {
  const sign = descending ? -1 : 1
  return (a: BreakdownRow, b: BreakdownRow): number => {
    if (column === 'key') return compareKeys(a, b, sign)
    const figure = FIGURES[column]
    return compareValues(figure(a), figure(b), sign) || compareKeys(a, b)
  }
}

/** Dimension by dimension. */
function compareKeys(a: BreakdownRow, b: BreakdownRow, sign = 1): number {
  const index = a.keys.findIndex((key, at) => key !== b.keys[at])
  return index < 0 ? 0 : compareValues(a.keys[index] ?? null, b.keys[index] ?? null, sign)
}

/** Numbers by value, texts by code units, none last. */
function compareValues(a: DimensionValue, b: DimensionValue, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a === b ? 0 : a < b ? -sign : sign
}

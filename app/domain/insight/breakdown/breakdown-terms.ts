import type { Difference } from '../difference'
import type { CurrencyFactors } from '../value'
import type { Dimension, DimensionValue } from './dimensions'
import type { BreakdownMeasure, MeasuredCell } from './measures'

export const BREAKDOWN_COLUMNS = ['value', 'trials', 'difference', 'key'] as const

/** What a breakdown is sorted by: the figure, its trials, its difference from the rest, or the dimensions' values. */
export type BreakdownColumn = (typeof BREAKDOWN_COLUMNS)[number]

export interface BreakdownTerms {
  measure: BreakdownMeasure
  by: readonly [Dimension] | readonly [Dimension, Dimension]
  order: { column: BreakdownColumn; descending: boolean }
  /** What values are multiplied by; those of other currencies do not count. */
  factors?: CurrencyFactors
}

/** The trials that have the same values. */
export interface BreakdownRow extends MeasuredCell {
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

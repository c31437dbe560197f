import type { Difference } from '../difference'

/** What a change is taken apart for. */
export const CHANGED_MEASURES = ['trials', 'completion', 'conversion'] as const
export type ChangedMeasure = (typeof CHANGED_MEASURES)[number]

/** By what trials are told apart. */
export const CHANGE_DIMENSIONS = ['demo', 'plan', 'channel', 'role'] as const
export type ChangeDimension = (typeof CHANGE_DIMENSIONS)[number]

/** Trials of one combination of values in one period. */
export type ChangeCell = Record<ChangeDimension, string> &
  Record<'trials' | 'finished' | 'matured' | 'converted', number>

/** What part of a measure's whole a value has, and its own figure. */
export interface ValueFigures {
  part: number
  whole: number
  /** Of the whole of all values. */
  share: number
}

/**
 * What one value of a dimension adds to the change of a measure. `count`: more or fewer trials. `rate`: its own rate changed.
 * `mix`: it has another share of the trials than before, and its rate differs from that of all.
 */
export interface Contribution {
  measure: ChangedMeasure
  kind: 'count' | 'rate' | 'mix'
  dimension: ChangeDimension
  value: string
  now: ValueFigures
  before: ValueFigures
  /** In the unit of the measure, with an interval that allows for all the values that were looked at. */
  effect: Difference
}

import type { MeasuredCell } from '~/domain/insight/breakdown/measures'
import type { Difference } from '~/domain/insight/difference'
import type { BoardPage, DemoNames, NamedDemo } from '../figures/board-views'
import type { ComparedMeasure, DifferencesQuery } from './differences-query'
import type { ResolvedQuery } from '../filter/board-query'

/** A measure of the trials of one plan or role; `difference` is from the first one, null for that itself. */
export interface ComparedCell extends MeasuredCell {
  value: string
  difference: Difference | null
}

/** The plans or roles of a demo side by side. */
export interface DifferencesBoard extends BoardPage {
  query: ResolvedQuery<DifferencesQuery>
  demo: NamedDemo
  names: DemoNames
  /** Those with trials, in the order of the demo. */
  values: string[]
  rows: { measure: ComparedMeasure; cells: ComparedCell[] }[]
}

import type { Breakdown } from '~/domain/insight/breakdown/breakdown-terms'
import type { BoardPage, DemoNames } from '../figures/board-views'
import type { BreakdownQuery } from './breakdown-query'

/** The breakdown board. */
export interface BreakdownBoard extends BoardPage, Breakdown {
  query: BreakdownQuery
  /** Rows there are; fewer may be shown. */
  rowCount: number
  /** All trials that the rows divide. */
  trials: number
  names: Record<string, DemoNames>
}

import type { Breakdown } from '~/domain/insight/breakdown/breakdown-terms'
import type { BoardPage, DemoNames } from '../figures/board-views'
import type { BreakdownQuery } from './breakdown-query'
import type { ResolvedQuery } from '../filter/board-query'

/** The breakdown board. */
export interface BreakdownBoard extends BoardPage, Breakdown {
  query: ResolvedQuery<BreakdownQuery>
  /** Rows there are; fewer may be shown. */
  rowCount: number
  /** All trials that the rows divide. */
  trials: number
  names: Record<string, DemoNames>
}

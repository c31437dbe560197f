import type { Breakdown } from '~/domain/insight/breakdown/breakdown-terms'
import type { CurrencyFactors, CurrencySum } from '~/domain/insight/value'
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
  /** Of values, and what they are converted by. */
  currency: string
  factors: CurrencyFactors
  /** What the matured trials of the view were worth in currencies without a rate, which no sum has. */
  apart: CurrencySum[]
  names: Record<string, DemoNames>
}

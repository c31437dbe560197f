import type { CohortTable } from '~/domain/insight/cohorts/cohort-table'
import type { BoardPage, DemoNames } from '../figures/board-views'
import type { ResolvedQuery } from '../filter/board-query'
import type { CohortQuery } from './cohort-query'

/** New visitors by the week of their first trial, and what became of them. */
export interface CohortsBoard extends BoardPage, CohortTable {
  query: ResolvedQuery<CohortQuery>
  names: Record<string, DemoNames>
}

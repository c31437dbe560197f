import type { BoardFilter } from '../board-filter'
import type { MeasureRules } from '../measure-rules'
import type { FunnelQuery } from './funnel-query'
import type { FunnelResult } from './funnel-result'

/** Whom a list shows: those who did the step, or those whose last step it is. */
export const FUNNEL_LISTS = ['reached', 'dropped'] as const

/** A page of the units behind one number of a funnel. Steps count from 1. */
export interface FunnelList {
  list: (typeof FUNNEL_LISTS)[number]
  step: number
  offset: number
  limit: number
}

/** A funnel over the trials that pass the filter and over what their visitors did. */
export interface FunnelQuestion {
  query: FunnelQuery
  filter: BoardFilter
  rules: MeasureRules
  page?: FunnelList
}

/** A visitor, a trial or an account, with the latest of its trials that count. */
export interface FunnelUnitRow {
  id: string
  /** The account that it is, or that it belongs to. */
  name: string | null
  trials: number
  trial: string
  demo: string
  plan: string
  startedMs: number
}

export interface FunnelAnswer {
  result: FunnelResult
  /** One page of those asked for. */
  units: FunnelUnitRow[]
}

/** How many belong to a list. Whoever did the last step dropped nowhere. */
export function countInList(
  counts: readonly number[],
  { list, step }: Pick<FunnelList, 'list' | 'step'>,
): number {
  const reached = counts[step - 1] ?? 0
  if (list === 'reached') return reached
  return step >= counts.length ? 0 : reached - (counts[step] ?? 0)
}

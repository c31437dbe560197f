import type { BoardFilter } from './board-filter'
import { matchesFilter } from './board-filter'
import type { DateRange } from './date-range'
import type { MeasureRules } from './measure-rules'
import { MEASURE_RULES } from './measure-rules'
import type { MeasureClock, MeasuredTrial } from './measured-trial'
import { segmentMembers } from './segment/segment-members'

/** Which trials a board speaks of, and from which moment, with the rules that they are measured by. */
export interface BoardScope {
  filter: BoardFilter
  range: Pick<DateRange, 'from' | 'until'>
  clock: MeasureClock
  timeZone: string
  rules: MeasureRules
}

/** How a trial is judged to belong to a set. */
export type Measuring = Pick<BoardScope, 'clock' | 'rules'>

/** The scope of a board. Queries know the rules of the measures by it alone. */
export function boardScope(asked: Omit<BoardScope, 'rules'>): BoardScope {
  return { ...asked, rules: MEASURE_RULES }
}

/** The oracle of the filter: the trials in the scope. */
export function trialsInScope(
  rows: readonly MeasuredTrial[],
  { filter, range }: BoardScope,
): MeasuredTrial[] {
  const members = filter.segment && segmentMembers(rows, filter.segment)
  return rows.filter((row) => matchesFilter(row, filter, range) && (members?.has(row.visitorId) ?? true))
}

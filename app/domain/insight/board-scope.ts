import type { BoardFilter } from './board-filter'
import { matchesFilter } from './board-filter'
import type { DateRange } from './date-range'
import type { MeasureClock, TrialRow } from './trial-row'

/** Which trials a board speaks of, and from which moment. */
export interface BoardScope {
  filter: BoardFilter
  range: Pick<DateRange, 'from' | 'until'>
  clock: MeasureClock
  timeZone: string
}

/** The oracle's part of the filter: the trials that the scope takes in. */
export function trialsInScope(rows: readonly TrialRow[], { filter, range }: BoardScope): TrialRow[] {
  return rows.filter((row) => matchesFilter(row, filter, range))
}

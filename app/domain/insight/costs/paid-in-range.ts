import type { PaidAmount } from '../attribution/channel-tree'
import { levelsOf } from '../attribution/channel-place'
import type { BoardFilter } from '../board-filter'
import { DIMENSIONS, type Dimension } from '../breakdown/dimensions'
import type { DateRange } from '../date-range'
import { costInRange, type Cost } from './cost'

/** What costs are entered by. */
const OF_COSTS: readonly Dimension[] = ['channel', 'source', 'campaign']

/**
 * False when trials are filtered by anything that costs are not entered by: a whole cost divided by a part of its trials
 * would say nothing.
 */
export function costsApply(filter: BoardFilter): boolean {
  const isOther = (dimension: Dimension) => !OF_COSTS.includes(dimension)
  return (
    !DIMENSIONS.some((dimension) => isOther(dimension) && filter[dimension] !== undefined) &&
    !(filter.without ?? []).some(isOther)
  )
}

/** The part of each cost that falls into the range and passes the filter. Costs outside of it are left out. */
export function paidInRange(
  costs: readonly Cost[],
  range: Pick<DateRange, 'first' | 'last'>,
  filter: BoardFilter,
): PaidAmount[] {
  return costs
    .filter(
      ({ path, first, last }) =>
        passes(path, filter) && first <= range.last && last >= (range.first ?? first),
    )
    .map((cost) => ({ path: cost.path, currency: cost.currency, value: costInRange(cost, range) }))
}

/** What was paid for a channel as a whole is for none of its sources alone. */
function passes(path: Cost['path'], filter: BoardFilter): boolean {
  const levels = levelsOf(path)
  return (
    (filter.channel === undefined || levels.channel === filter.channel) &&
    (filter.source === undefined || levels.source === filter.source) &&
    (filter.campaign === undefined || levels.campaign === filter.campaign) &&
    !(filter.without ?? []).some((dimension) => OF_COSTS.includes(dimension))
  )
}

import { levelsOf } from '~/domain/insight/attribution/channel-place'
import type { BoardAnswer } from '../tables/board-answer'
import { boardTable, column } from '../tables/board-table'
import type { CostInDays } from './read-cost-board.server'

/** What was paid, whole and the part that falls into the days of the board. */
export const costTables = {
  costs: boardTable((board: BoardAnswer & { costs: readonly CostInDays[] }) => board.costs, {
    channel: column.text(({ path }) => levelsOf(path).channel),
    source: column.text(({ path }) => levelsOf(path).source),
    campaign: column.text(({ path }) => levelsOf(path).campaign),
    first: column.day((row) => row.first),
    last: column.day((row) => row.last),
    value: column.number((row) => row.value),
    part: column.number((row) => row.part),
    currency: column.text((row) => row.currency),
  }),
}

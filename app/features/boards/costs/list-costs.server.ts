import { countCosts, findCost, listCostRows, type CostRow } from '#db/queries/costs'
import { costInRange } from '~/domain/insight/costs/cost'
import { dayOf } from '~/domain/insight/time-zone'
import { convertValue } from '~/domain/insight/value'
import { querySchema } from '~/platform/http/read-query'
import { workspaceRates, workspaceTimeZone } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import { costListSchema, type CostListQuery } from './cost-schemas'
import type { CostList, CostView } from './cost-views'

/** Costs that a page shows, and that are summed. */
const MOST_LISTED = 2000

/** The costs that count, or those of a row of the channels board with the part of each that falls into its days. */
export const listCosts = verb(
  { permission: 'boards.read', input: querySchema(costListSchema) },
  async ({ ctx, input: { query, leftOut } }): Promise<CostList> => {
    const [rows, count, rates, timeZone, removed] = await Promise.all([
      listCostRows(ctx.db, { filter: query, limit: MOST_LISTED }),
      countCosts(ctx.db, query),
      workspaceRates(ctx),
      workspaceTimeZone(ctx),
      query.removed === undefined ? null : findCost(ctx.db, query.removed),
    ])
    const today = dayOf(ctx.now(), timeZone)
    const costs = rows.map((row) => viewOf(row, query, today))
    const amounts = costs.map(({ value, part, currency }) => ({ value: part ?? value, currency }))
    return {
      ...{ query, leftOut, costs, count, timeZone, currency: rates.headline },
      sum: convertValue(amounts, rates),
      removed: removed?.removedAt ? viewOf(removed, {}, today) : null,
    }
  },
)

function viewOf(
  { removedAt: _removedAt, ...row }: CostRow,
  { from, to }: CostListQuery,
  today: string,
): CostView {
  const span = { first: row.firstDay, last: row.lastDay, value: row.value }
  const isCut = from !== undefined || to !== undefined
  return { ...row, part: isCut ? costInRange(span, { first: from ?? null, last: to ?? today }) : null }
}

import { readCosts } from '#db/columns/boards/channels/costs'
import type { Cost } from '~/domain/insight/costs/cost'
import { costInRange } from '~/domain/insight/costs/cost'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { boardQuerySchema } from '../filter/board-query'
import { openView } from '../filter/open-view.server'

/** A cost with the part of it that falls into the days of a board. */
export interface CostInDays extends Cost {
  part: number
}

/** The costs that the channels board counts in its days, as files have them. */
export const readCostBoard = verb(
  { permission: 'boards.read', input: querySchema(boardQuerySchema) },
  async ({ ctx, input: { query: asked, leftOut } }) => {
    const { query, reader, scope, range, period } = await openView(ctx, asked)
    const { costs, simulated } = await readCosts(reader, scope, range)
    const inDays = costs.map((cost): CostInDays => ({ ...cost, part: costInRange(cost, range) }))
    return { query, leftOut, period, costs: inDays, areSimulated: simulated }
  },
)

import { readBreakdownTally } from '#db/columns/boards/breakdown/breakdown-tally'
import type { Breakdown } from '~/domain/insight/breakdown/breakdown-terms'
import { talliedBreakdown } from '~/domain/insight/breakdown/tallied-breakdown'
import type { IgnoredParameter } from '~/domain/ignored-parameter'
import { currencyFactors } from '~/domain/insight/value'
import { workspaceRates } from '~/platform/context/workspace-settings'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import type { BoardPeriod } from '../figures/board-views'
import type { ResolvedQuery } from '../filter/board-query'
import { openView } from '../filter/open-view.server'
import { breakdownSchema, breakdownTerms, type BreakdownQuery } from './breakdown-query'

/** All rows of a breakdown, where the page may show fewer. */
export interface BreakdownFile extends Breakdown {
  query: ResolvedQuery<BreakdownQuery>
  leftOut: readonly IgnoredParameter[]
  period: BoardPeriod
}

/** The whole table of a breakdown, with the filter and at the watermark of the address. */
export const readBreakdownFile = verb(
  { permission: 'boards.read', input: querySchema(breakdownSchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<BreakdownFile> => {
    const { query, reader, scope, period } = await openView(ctx, asked)
    const terms = { ...breakdownTerms(query), factors: currencyFactors(await workspaceRates(ctx)) }
    const tally = await readBreakdownTally(reader, scope, terms)
    return { query, leftOut, period, ...talliedBreakdown(tally, terms) }
  },
)

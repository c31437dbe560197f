import { readBreakdownTally } from '#db/columns/boards/breakdown/breakdown-tally'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { readValueSums } from '#db/columns/boards/value-sums'
import { convertSums, currencyFactors } from '~/domain/insight/value'
import { talliedBreakdown } from '~/domain/insight/breakdown/tallied-breakdown'
import { workspaceRates } from '~/platform/context/workspace-settings'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { demoNamesOf } from '../filter/demo-names.server'
import { openView } from '../filter/open-view.server'
import { breakdownSchema, breakdownTerms } from './breakdown-query'
import type { BreakdownBoard } from './breakdown-view'

/** Rows on the page; the files have all. */
const MOST_SHOWN = 300

/** A measure by one or two dimensions, with what the page says about it. */
export const readBreakdown = verb(
  { permission: 'boards.read', input: querySchema(breakdownSchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<BreakdownBoard> => {
    const { query, reader, scope, period } = await openView(ctx, asked)
    const rates = await workspaceRates(ctx)
    const factors = currencyFactors(rates)
    const terms = { ...breakdownTerms(query), factors }
    const [tally, choices, sums] = await Promise.all([
      readBreakdownTally(reader, scope, terms),
      readFilterChoices(reader, scope),
      query.measure === 'value' ? readValueSums(reader, scope, { unit: 'trial' }) : null,
    ])
    const { rows, all } = talliedBreakdown(tally, terms)
    const demos = new Set([...choices.demos, ...(query.demo === undefined ? [] : [query.demo])])
    return {
      ...{ query, leftOut, period, choices, all, factors },
      currency: rates.headline,
      apart: sums ? convertSums(sums.valued, rates).apart : [],
      rows: rows.slice(0, MOST_SHOWN),
      rowCount: rows.length,
      trials: rows.reduce((sum, row) => sum + row.trials, 0),
      names: await demoNamesOf(ctx, demos),
    }
  },
)

import { readBreakdownTally } from '#db/columns/boards/breakdown/breakdown-tally'
import type { Breakdown } from '~/domain/insight/breakdown/breakdown-terms'
import { talliedBreakdown } from '~/domain/insight/breakdown/tallied-breakdown'
import type { Context } from '~/platform/context/context'
import { openView } from '../filter/open-view.server'
import { breakdownTerms, type BreakdownQuery } from './breakdown-query'

/** All rows of a breakdown as files hold them. */
interface BreakdownFile extends Breakdown {
  /** The watermark: every change committed before this instant is counted. */
  asOf: Date
  query: BreakdownQuery
}

/** Reads what a file of the table holds, with the filter and at the watermark of the address. */
export async function readBreakdownFile(ctx: Context, asked: BreakdownQuery): Promise<BreakdownFile> {
  const { query, reader, scope, period } = await openView(ctx, asked)
  const terms = breakdownTerms(query)
  const tally = await readBreakdownTally(reader, scope, terms)
  return { asOf: period.asOf, query, ...talliedBreakdown(tally, terms) }
}

import { z } from 'zod'
import { readSetCount } from '#db/columns/boards/count-sets'
import { verb } from '~/platform/verb/verb'
import { recordOfRow } from '../tables/record-of-row'
import { refuseIgnored } from '../tables/refuse-ignored'
import { fileHead } from '../tables/served-head'
import { nextRawTrials, openRawTrials } from './open-raw-trials.server'
import { trialTables } from './trial-tables'

const MOST = 500

const inputSchema = z.object({
  parameters: z.record(z.string(), z.string().max(4_000)),
  limit: z.coerce.number().int().min(1).max(MOST).default(100),
})

/** A page of the trials of a set, the oldest first. All pages at one watermark are the whole set, each trial once. */
export const listRawTrials = verb(
  { permission: 'trials.read', input: inputSchema },
  async ({ ctx, input: { parameters, limit } }) => {
    const opened = await openRawTrials(ctx, parameters)
    refuseIgnored(opened.leftOut)
    const { query, period, scope, set } = opened
    const { reader } = await ctx.columns.read({ asOfMs: query.asOf, signal: ctx.signal })
    const [found, count] = await Promise.all([
      nextRawTrials(ctx, opened, { after: query.after, limit }),
      readSetCount(reader, scope, set, query.search),
    ])
    const { trials: table } = trialTables
    const { table: _table, ...head } = fileHead({ board: 'trials', table: '' }, opened, parameters)
    const next =
      found.length < limit
        ? null
        : { after: found.at(-1)?.id ?? '', asOf: String(query.asOf), simulated: query.simulated }
    const columns = table.columns(opened)
    return {
      ...head,
      movedOn: period.movedOn,
      count,
      trials: table.cells(found).map((row) => recordOfRow(columns, row)),
      next,
    }
  },
)

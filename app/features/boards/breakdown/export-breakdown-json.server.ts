import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { readBreakdownFile } from './breakdown-file.server'
import { breakdownParams, breakdownSchema, breakdownTerms } from './breakdown-query'

/** The table as JSON, at the watermark and with the filter of the address. An end without bound is null. */
export const exportBreakdownJson = verb(
  { permission: 'boards.read', input: querySchema(breakdownSchema) },
  async ({ ctx, input }): Promise<string> => {
    const { asOf, query, rows, all } = await readBreakdownFile(ctx, input.query)
    const { measure, by } = breakdownTerms(query)
    return JSON.stringify({ asOf, parameters: breakdownParams(query), measure, by, all, rows }, null, 1)
  },
)

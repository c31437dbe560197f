import { readBreakdownTally } from '#db/columns/boards/breakdown/breakdown-tally'
import type { Breakdown, BreakdownRow } from '~/domain/insight/breakdown/breakdown-terms'
import { talliedBreakdown } from '~/domain/insight/breakdown/tallied-breakdown'
import { writeCsv } from '~/platform/csv/write-csv'
import type { Context } from '~/platform/context/context'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { openView } from '../filter/open-view.server'
import { breakdownParams, breakdownSchema, breakdownTerms, type BreakdownQuery } from './breakdown-query'

/** All rows of a breakdown as files hold them. */
interface BreakdownFile extends Breakdown {
  /** The watermark: every change committed before this instant is counted. */
  asOf: Date
  query: BreakdownQuery
}

const inputSchema = querySchema(breakdownSchema)

/** The table as JSON, at the watermark and with the filter of the address. An end without bound is null. */
export const exportBreakdownJson = verb(
  { permission: 'boards.read', input: inputSchema },
  async ({ ctx, input }): Promise<string> => {
    const { asOf, query, rows, all } = await readFile(ctx, input.query)
    const { measure, by } = breakdownTerms(query)
    return JSON.stringify({ asOf, parameters: breakdownParams(query), measure, by, all, rows }, null, 1)
  },
)

/** The table as CSV, likewise. */
export const exportBreakdownCsv = verb(
  { permission: 'boards.read', input: inputSchema },
  async ({ ctx, input }): Promise<string> => {
    const { asOf, query, rows } = await readFile(ctx, input.query)
    const { by } = breakdownTerms(query)
    return writeCsv(
      [...by, ...FIGURES, 'asOf'],
      rows.map((row) => [...row.keys.map(cell), ...figuresOf(row).map(cell), asOf.toISOString()]),
    )
  },
)

async function readFile(ctx: Context, asked: BreakdownQuery): Promise<BreakdownFile> {
  const { query, reader, scope, period } = await openView(ctx, asked)
  const terms = breakdownTerms(query)
  const tally = await readBreakdownTally(reader, scope, terms)
  return { asOf: period.asOf, query, ...talliedBreakdown(tally, terms) }
}

const FIGURES = [
  ...['trials', 'numerator', 'denominator', 'value', 'low', 'high', 'enough'],
  ...['difference', 'differenceLow', 'differenceHigh'],
]

function figuresOf({ trials, numerator, denominator, estimate, enough, fromRest }: BreakdownRow) {
  const rest = fromRest ?? { value: null, low: null, high: null }
  return [
    ...[trials, numerator, denominator, estimate.value, estimate.low, estimate.high, enough],
    ...[rest.value, rest.low, rest.high],
  ]
}

const cell = (value: string | number | boolean | null): string =>
  value === null || value === Infinity || value === -Infinity ? '' : String(value)

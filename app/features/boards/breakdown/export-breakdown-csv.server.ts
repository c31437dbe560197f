import type { BreakdownRow } from '~/domain/insight/breakdown/breakdown-terms'
import { writeCsv } from '~/platform/csv/write-csv'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { readBreakdownFile } from './breakdown-file.server'
import { breakdownSchema, breakdownTerms } from './breakdown-query'

/** The table as CSV, at the watermark and with the filter of the address. An end without bound is empty. */
export const exportBreakdownCsv = verb(
  { permission: 'boards.read', input: querySchema(breakdownSchema) },
  async ({ ctx, input }): Promise<string> => {
    const { asOf, query, rows } = await readBreakdownFile(ctx, input.query)
    const { by } = breakdownTerms(query)
    return writeCsv(
      [...by, ...FIGURES, 'asOf'],
      rows.map((row) => [...row.keys.map(cell), ...figuresOf(row).map(cell), asOf.toISOString()]),
    )
  },
)

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

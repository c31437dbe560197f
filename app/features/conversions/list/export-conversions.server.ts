import { z } from 'zod'
import { listConversionRows as readConversions } from '#db/queries/conversion-list'
import type { ListedConversion } from '#db/queries/conversion-list'
import { verb } from '~/platform/verb/verb'
import { writeCsv } from '~/platform/csv/write-csv'
import { CONVERSION_FILTERS } from '../schemas'

const inputSchema = z.object({ filter: z.enum(CONVERSION_FILTERS) })

const MOST_EXPORTED = 10_000

const HEADER = [
  ...[
    'id',
    'externalId',
    'goal',
    'at',
    'value',
    'currency',
    'source',
    'toldBy',
    'matchedBy',
    'unverified',
    'trial',
    'demo',
  ],
  ...['recordedAt', 'correctedAt', 'withdrawnAt', 'withdrawnReason'],
]

/** The newest 10,000 conversions as a file. It names no visitor and holds no address. */
export const exportConversions = verb(
  { permission: 'conversions.read', input: inputSchema },
  async ({ ctx, input: { filter } }): Promise<string> => {
    const rows = await readConversions(ctx.reports, { filter, limit: MOST_EXPORTED })
    return writeCsv(HEADER, rows.map(cellsOf))
  },
)

function cellsOf(row: ListedConversion): string[] {
  const moment = (at: Date | null): string => at?.toISOString() ?? ''
  return [
    ...[row.id, row.externalId ?? '', row.goal, moment(row.at)],
    ...[row.value === null ? '' : String(row.value), row.currency ?? '', row.source, row.reportedBy],
    ...[row.matchedBy ?? '', row.unverified ? 'unverified' : '', row.trialId ?? '', row.demo ?? ''],
    ...[moment(row.recordedAt), moment(row.correctedAt), moment(row.withdrawnAt), row.withdrawnReason ?? ''],
  ]
}

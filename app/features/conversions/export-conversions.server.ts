import { listConversionRows as readConversions } from '#db/queries/conversion-list'
import type { ListedConversion } from '#db/queries/conversion-list'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { writeCsv } from './csv/write-csv'
import type { ConversionFilter } from './schemas'

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

/**
 * The newest 10,000 conversions as a file. It names no visitor and holds no address.
 * @throws DomainError `unauthenticated` or `forbidden` without the permission `conversions.read`.
 */
export async function exportConversions({
  ctx,
  input,
}: VerbArgs<{ filter: ConversionFilter }>): Promise<string> {
  permit(ctx, 'conversions.read')
  const rows = await readConversions(ctx.reports, { filter: input.filter, limit: MOST_EXPORTED })
  return writeCsv(HEADER, rows.map(cellsOf))
}

function cellsOf(row: ListedConversion): string[] {
  const moment = (at: Date | null): string => at?.toISOString() ?? ''
  return [
    ...[row.id, row.externalId ?? '', row.goal, moment(row.at)],
    ...[row.value === null ? '' : String(row.value), row.currency ?? '', row.source, row.reportedBy],
    ...[row.matchedBy ?? '', row.unverified ? 'unverified' : '', row.trialId ?? '', row.demo ?? ''],
    ...[moment(row.recordedAt), moment(row.correctedAt), moment(row.withdrawnAt), row.withdrawnReason ?? ''],
  ]
}

import { listAuditEntries } from '#db/queries/audit'
import type { AuditRow } from '#db/queries/audit'
import { writeCsv } from '~/platform/csv/write-csv'
import { verb } from '~/platform/verb/verb'
import { auditFilterSchema } from '../schemas'
import { auditFilterOf } from './audit-filter.server'

const MOST_EXPORTED = 50_000

const HEADER = ['at', 'actor', 'actorId', 'action', 'subject', 'subjectId', 'kind', 'slug', 'data']

/** The newest 50,000 entries that the filter names, as a file for spreadsheets. It holds no data of visitors. */
export const exportAudit = verb(
  { permission: 'audit.read', input: auditFilterSchema },
  async ({ ctx, input }): Promise<string> => {
    const filter = await auditFilterOf(ctx, input)
    return writeCsv(
      HEADER,
      (await listAuditEntries(ctx.reports, { ...filter, limit: MOST_EXPORTED })).map(cellsOf),
    )
  },
)

function cellsOf({ at, actorName, actorId, action, subjectKind, subjectId, data }: AuditRow): string[] {
  const { kind, slug, ...more } = data
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return [
    ...[at.toISOString(), actorName, actorId ?? '', action, subjectKind, subjectId],
    ...[text(kind), text(slug), JSON.stringify(more)],
  ]
}

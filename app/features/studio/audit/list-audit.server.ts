import { listAuditEntries } from '#db/queries/audit'
import type { AuditCursor, AuditRow } from '#db/queries/audit'
import { verb } from '~/platform/verb/verb'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { auditSchema } from '../schemas'
import { auditFilterOf } from './audit-filter.server'

export interface AuditPage {
  entries: AuditRow[]
  /** Where the next page begins; null on the last one. */
  next: AuditCursor | null
}

/** The audit entries that the filter names, newest first, by page. */
export const listAudit = verb(
  { permission: 'audit.read', input: auditSchema },
  async ({ ctx, input: { document, before, limit, ...filter } }): Promise<AuditPage> => {
    const found = typeof document === 'object' ? await readOrRefuse(ctx.reports, document) : null
    const rows = await listAuditEntries(ctx.reports, {
      ...(await auditFilterOf(ctx, filter)),
      ...(document ? { subject: { kind: 'document', ...(found ? { id: found.id } : {}) } } : {}),
      ...{ before, limit: limit + 1 },
    })
    const entries = rows.slice(0, limit)
    const last = entries.at(-1)
    return { entries, next: rows.length > limit && last ? { at: last.at, id: last.id } : null }
  },
)

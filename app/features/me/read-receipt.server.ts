import { z } from 'zod'
import { listAuditEntries } from '#db/queries/audit'
import { VISITOR_DATA_KINDS } from '#db/queries/visitor-data'
import type { VisitorDataCounts } from '#db/queries/visitor-data'
import { DomainError } from '~/domain/errors'
import type { ErasureReceipt } from '~/platform/visitor/erasure-receipt'
import { verb } from '~/platform/verb/verb'

/** Anything that is not a receipt id finds no receipt. */
const inputSchema = z.strictObject({ id: z.uuid().nullable().catch(null) })

/**
 * The receipt of an erasure, for whoever has its id. It holds no personal data.
 * @throws DomainError `not-found` when there was no such erasure
 */
export const readReceipt = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { id } }): Promise<ErasureReceipt> => {
    const [entry] = id ? await listAuditEntries(ctx.db, { subject: { kind: 'visitor', id }, limit: 1 }) : []
    if (!id || entry?.action !== 'visitor.erase')
      throw new DomainError('not-found', 'There is no such receipt.')
    const counts = Object.fromEntries(VISITOR_DATA_KINDS.map((kind) => [kind, Number(entry.data[kind] ?? 0)]))
    const signature = String(entry.data.signature ?? '')
    return { id, at: entry.at.toISOString(), counts: counts as VisitorDataCounts, signature }
  },
)

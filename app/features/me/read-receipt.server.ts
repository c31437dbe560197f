import { z } from 'zod'
import { listAuditEntries } from '#db/queries/audit'
import { VISITOR_DATA_KINDS } from '#db/queries/visitor-data'
import type { VisitorDataCounts } from '#db/queries/visitor-data'
import { DomainError } from '~/domain/errors'
import type { VerbArgs } from '~/platform/context/context'
import type { ErasureReceipt } from '~/platform/visitor/erasure-receipt'

const inputSchema = z.strictObject({ id: z.uuid() })

/**
 * The receipt of an erasure, for whoever has its id. It tells nothing of anybody.
 * @throws DomainError `not-found` when there was no such erasure
 */
export async function readReceipt({
  ctx,
  input,
}: VerbArgs<z.input<typeof inputSchema>>): Promise<ErasureReceipt> {
  const parsed = inputSchema.safeParse(input)
  if (!parsed.success) throw new DomainError('not-found', 'There is no such receipt.')
  const { id } = parsed.data
  const [entry] = await listAuditEntries(ctx.db, { subject: { kind: 'visitor', id }, limit: 1 })
  if (entry?.action !== 'visitor.erase') throw new DomainError('not-found', 'There is no such receipt.')
  const counts = Object.fromEntries(VISITOR_DATA_KINDS.map((kind) => [kind, Number(entry.data[kind] ?? 0)]))
  const signature = String(entry.data.signature ?? '')
  return { id, at: entry.at.toISOString(), counts: counts as VisitorDataCounts, signature }
}

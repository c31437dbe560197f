import type { Executor } from '#db/client'
import { insertAuditEntry } from '#db/queries/audit'
import type { Context } from '~/platform/context/context'
import type { DocumentAuditAction } from './audit-actions'

interface Subject {
  id: string
  kind: string
  slug: string
}

/** Records an audit entry for a document, in the transaction of the change. */
export async function record(
  tx: Executor,
  ctx: Context,
  action: DocumentAuditAction,
  subject: Subject,
  data: Record<string, unknown> = {},
): Promise<void> {
  await insertAuditEntry(tx, {
    at: ctx.now(),
    actorId: changedBy(ctx),
    actorName: actorName(ctx),
    action,
    subjectKind: 'document',
    subjectId: subject.id,
    data: { kind: subject.kind, slug: subject.slug, ...data },
  })
}

/** The person written beside a change; null when Foyer did it by itself. */
export function changedBy({ actor }: Context): string | null {
  return actor.kind === 'staff' ? actor.id : null
}

function actorName(ctx: Context): string {
  return ctx.actor.kind === 'public' ? '' : ctx.actor.name
}

import type { Executor } from '#db/client'
import { insertAuditEntry } from '#db/queries/audit'
import type { Context } from '~/server/context'
import type { DocumentAuditAction } from './audit-actions'

interface Subject {
  id: string
  kind: string
  slug: string
}

/** Tells the audit what was done to a document, in the transaction of the deed. */
export async function record(
  tx: Executor,
  ctx: Context,
  action: DocumentAuditAction,
  subject: Subject,
  data: Record<string, unknown> = {},
): Promise<void> {
  await insertAuditEntry(tx, {
    at: ctx.now(),
    actorId: actorId(ctx),
    actorName: actorName(ctx),
    action,
    subjectKind: 'document',
    subjectId: subject.id,
    data: { kind: subject.kind, slug: subject.slug, ...data },
  })
}

/** Who is written beside a change: a person's id, or the name of the system's own work. */
export function changedBy(ctx: Context): string | null {
  return ctx.actor.kind === 'staff' ? ctx.actor.id : ctx.actor.kind === 'system' ? ctx.actor.name : null
}

function actorId(ctx: Context): string | null {
  return ctx.actor.kind === 'staff' ? ctx.actor.id : null
}

function actorName(ctx: Context): string {
  return ctx.actor.kind === 'public' ? '' : ctx.actor.name
}

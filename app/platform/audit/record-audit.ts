import type { Executor } from '#db/client'
import { insertAuditEntry } from '#db/queries/insert-audit-entry'
import { AUDIT_SUBJECTS } from '~/domain/audit/actions'
import type { AuditAction, AuditData } from '~/domain/audit/actions'
import type { Actor, Context } from '../context/context'
import { auditActor } from './audit-actor'

interface About {
  /** The id of what the action was done to. */
  subject: string
  /** Who acted, where it is not the actor of the context: whoever has just signed in. */
  actor?: Actor
  /** The moment, where the subject keeps the same one. */
  at?: Date
}

/** What an entry says; the data may be left out where the action has none that is required. */
type AuditEntry<Action extends AuditAction> = About &
  (object extends AuditData[Action] ? { data?: AuditData[Action] } : { data: AuditData[Action] })

/** Writes an entry for one of the actions that a use case declares. Call it in the transaction of the change. */
export type Audit<Action extends AuditAction> = <One extends Action>(
  tx: Executor,
  action: One,
  entry: AuditEntry<One>,
) => Promise<void>

/** The one place where entries of the audit come from: they are written as the actor of this context. */
export function auditOf(ctx: Pick<Context, 'actor' | 'now'>): Audit<AuditAction> {
  return (tx, action, { subject, data, actor = ctx.actor, at = ctx.now() }) =>
    insertAuditEntry(tx, {
      ...auditActor(actor),
      ...{ at, action, subjectKind: AUDIT_SUBJECTS[action], subjectId: subject, data: { ...data } },
    })
}

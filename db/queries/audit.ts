import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { auditEntry } from '#db/schema/content'

export type AuditRow = typeof auditEntry.$inferSelect

/** Where a page of the audit ends; the next one begins after it. */
export interface AuditCursor {
  at: Date
  id: string
}

/**
 * The newest entries, at most `limit`, of one subject, of one kind of subject or of all, older than `before`.
 * Served by audit_entry_at_idx, and by audit_entry_subject_idx when one subject is named.
 */
export async function listAuditEntries(
  db: Executor,
  filter: { subject?: { kind: string; id?: string }; before?: AuditCursor; limit: number },
): Promise<AuditRow[]> {
  const { subject, before } = filter
  const ofSubject = subject
    ? and(
        eq(auditEntry.subjectKind, subject.kind),
        subject.id === undefined ? undefined : eq(auditEntry.subjectId, subject.id),
      )
    : undefined
  const older = before
    ? or(lt(auditEntry.at, before.at), and(eq(auditEntry.at, before.at), lt(auditEntry.id, before.id)))
    : undefined
  return db
    .select()
    .from(auditEntry)
    .where(and(ofSubject, older))
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(filter.limit)
}

import { and, desc, eq, gte, isNotNull, lt, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { auditEntry } from '#db/schema/content'

export type AuditRow = typeof auditEntry.$inferSelect

/** Where a page of the audit ends; the next one begins after it. */
export interface AuditCursor {
  at: Date
  id: string
}

/** Which entries. What is absent does not matter. */
export interface AuditFilter {
  subject?: { kind: string; id?: string } | undefined
  actorId?: string | undefined
  /** The first instant of the first day. */
  from?: Date | undefined
  /** The first instant after the last day. */
  until?: Date | undefined
  /** What the entry says of its document. */
  document?: { kind?: string | undefined; slug?: string | undefined } | undefined
}

/**
 * The newest entries, at most `limit`, older than `before`. Served by audit_entry_at_idx, and by audit_entry_subject_idx when one
 * subject is named; other filters are read along.
 */
export async function listAuditEntries(
  db: Executor,
  { before, limit, ...filter }: AuditFilter & { before?: AuditCursor | undefined; limit: number },
): Promise<AuditRow[]> {
  const older = before
    ? or(lt(auditEntry.at, before.at), and(eq(auditEntry.at, before.at), lt(auditEntry.id, before.id)))
    : undefined
  return db
    .select()
    .from(auditEntry)
    .where(and(...conditionsOf(filter), older))
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(limit)
}

function conditionsOf({ subject, actorId, from, until, document }: AuditFilter): (SQL | undefined)[] {
  return [
    subject && eq(auditEntry.subjectKind, subject.kind),
    subject?.id === undefined ? undefined : eq(auditEntry.subjectId, subject.id),
    actorId === undefined ? undefined : eq(auditEntry.actorId, actorId),
    from && gte(auditEntry.at, from),
    until && lt(auditEntry.at, until),
    document?.kind === undefined ? undefined : eq(sql`${auditEntry.data} ->> 'kind'`, document.kind),
    document?.slug === undefined ? undefined : eq(sql`${auditEntry.data} ->> 'slug'`, document.slug),
  ]
}

/** Everybody who ever acted, by their latest name. Reads the index of moments once. */
export async function listActorRows(db: Executor): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectDistinctOn([auditEntry.actorId], { id: auditEntry.actorId, name: auditEntry.actorName })
    .from(auditEntry)
    .where(isNotNull(auditEntry.actorId))
    .orderBy(auditEntry.actorId, desc(auditEntry.at))
  return rows.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]))
}

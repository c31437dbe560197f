import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  sql,
} from 'drizzle-orm'
import type { Executor } from '#db/client'
import { auditEntry, document } from '#db/schema/content'
import { documentComment, documentSchedule, review } from '#db/schema/review'
import type { ReviewState, ScheduleState } from '#db/schema/review'
import type { DocumentKind } from '~/domain/content/kinds'

export type ReviewRow = typeof review.$inferSelect
export type ScheduleRow = typeof documentSchedule.$inferSelect
export type CommentRow = typeof documentComment.$inferSelect

/** False when one is asked for already. Served by review_asked_key. */
export async function insertReview(db: Executor, row: typeof review.$inferInsert): Promise<boolean> {
  const rows = await db.insert(review).values(row).onConflictDoNothing().returning({ id: review.id })
  return rows.length > 0
}

/** A review without the files that it holds. */
export type ListedReview = Omit<ReviewRow, 'files'>

const { files: _held, ...reviewColumns } = getTableColumns(review)

/** The reviews of a document, the newest first. Served by review_document_idx. */
export async function listReviews(db: Executor, documentId: string, limit: number): Promise<ListedReview[]> {
  return db
    .select(reviewColumns)
    .from(review)
    .where(eq(review.documentId, documentId))
    .orderBy(desc(review.askedAt), desc(review.id))
    .limit(limit)
}

/** One review of a document. Served by the primary key. */
export async function findReview(db: Executor, documentId: string, id: string): Promise<ReviewRow | null> {
  const rows = await db
    .select()
    .from(review)
    .where(and(eq(review.id, id), eq(review.documentId, documentId)))
  return rows[0] ?? null
}

/** Locks a review until the transaction ends. Served by the primary key. */
export async function lockReview(db: Executor, documentId: string, id: string): Promise<ReviewRow | null> {
  const rows = await db
    .select()
    .from(review)
    .where(and(eq(review.id, id), eq(review.documentId, documentId)))
    .for('update')
  return rows[0] ?? null
}

/** Served by the primary key. */
export async function updateReview(
  db: Executor,
  id: string,
  change: { state: ReviewState; answer: string; decidedAt: Date; decidedBy: string; decidedByName: string },
): Promise<void> {
  await db.update(review).set(change).where(eq(review.id, id))
}

/** Who approved exactly this content. Served by review_document_idx. */
export async function listApprovers(
  db: Executor,
  documentId: string,
  contentHash: string,
): Promise<string[]> {
  const rows = await db
    .select({ by: review.decidedBy })
    .from(review)
    .where(
      and(
        eq(review.documentId, documentId),
        eq(review.state, 'approved'),
        eq(review.contentHash, contentHash),
      ),
    )
  return rows.flatMap(({ by }) => (by === null ? [] : [by]))
}

/**
 * Everybody who changed the draft after the version of it that was published last, which need not be the newest one. Served by
 * audit_entry_subject_idx.
 */
export async function listDraftAuthors(db: Executor, documentId: string): Promise<string[]> {
  const ofDocument = and(eq(auditEntry.subjectKind, 'document'), eq(auditEntry.subjectId, documentId))
  const version = sql`coalesce((${auditEntry.data} ->> 'draftVersion')::integer, 1)`
  const published = db
    .select({ version: sql`coalesce(max(${version}), 0)` })
    .from(auditEntry)
    .where(and(ofDocument, eq(auditEntry.action, 'document.publish')))
  const rows = await db
    .selectDistinct({ id: auditEntry.actorId })
    .from(auditEntry)
    .where(
      and(
        ofDocument,
        inArray(auditEntry.action, ['document.create', 'document.save']),
        isNotNull(auditEntry.actorId),
        gt(version, sql`(${published})`),
      ),
    )
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}

/** False when one of the same action waits already. Served by document_schedule_waiting_key. */
export async function insertSchedule(
  db: Executor,
  row: typeof documentSchedule.$inferInsert,
): Promise<boolean> {
  const rows = await db
    .insert(documentSchedule)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: documentSchedule.id })
  return rows.length > 0
}

/** A schedule as pages show it, without its files. */
export type ListedSchedule = Omit<ScheduleRow, 'files' | 'leasedUntil'>

const { files: _files, leasedUntil: _lease, ...listedColumns } = getTableColumns(documentSchedule)

/** The schedules of a document, the newest first. Served by document_schedule_document_idx. */
export async function listSchedules(
  db: Executor,
  documentId: string,
  limit: number,
): Promise<ListedSchedule[]> {
  return db
    .select(listedColumns)
    .from(documentSchedule)
    .where(eq(documentSchedule.documentId, documentId))
    .orderBy(desc(documentSchedule.createdAt), desc(documentSchedule.id))
    .limit(limit)
}

/** Ends a schedule of a document that waits, and says what it would do; null when none waits. Served by the primary key. */
export async function endSchedule(
  db: Executor,
  { documentId, id }: Pick<ScheduleRow, 'documentId' | 'id'>,
  change: { state: Exclude<ScheduleState, 'waiting'>; endedAt: Date; refusal?: string },
): Promise<Pick<ScheduleRow, 'action'> | null> {
  const rows = await db
    .update(documentSchedule)
    .set(change)
    .where(
      and(
        eq(documentSchedule.id, id),
        eq(documentSchedule.documentId, documentId),
        eq(documentSchedule.state, 'waiting'),
      ),
    )
    .returning({ action: documentSchedule.action })
  return rows[0] ?? null
}

/** A schedule that is due, with the name of its document. */
export type DueSchedule = ScheduleRow & { kind: DocumentKind; slug: string }

/**
 * Takes the schedule that has been due longest: two instances never take the same. Served by document_schedule_due_idx.
 */
export async function leaseSchedule(
  db: Executor,
  { now, until }: { now: Date; until: Date },
): Promise<DueSchedule | null> {
  const next = db
    .select({ id: documentSchedule.id })
    .from(documentSchedule)
    .where(
      and(
        eq(documentSchedule.state, 'waiting'),
        lte(documentSchedule.at, now),
        or(isNull(documentSchedule.leasedUntil), lte(documentSchedule.leasedUntil, now)),
      ),
    )
    .orderBy(asc(documentSchedule.at), asc(documentSchedule.id))
    .limit(1)
    .for('update', { skipLocked: true })
  const [leased] = await db
    .update(documentSchedule)
    .set({ leasedUntil: until })
    .where(sql`${documentSchedule.id} in ${next}`)
    .returning()
  if (!leased) return null
  const [of] = await db
    .select({ kind: document.kind, slug: document.slug })
    .from(document)
    .where(eq(document.id, leased.documentId))
  return of ? { ...leased, ...of } : null
}

/** Served by the primary key. */
export async function insertComment(db: Executor, row: typeof documentComment.$inferInsert): Promise<void> {
  await db.insert(documentComment).values(row)
}

/** The comments of a document, the oldest first. Served by document_comment_document_idx. */
export async function listComments(db: Executor, documentId: string): Promise<CommentRow[]> {
  return db
    .select()
    .from(documentComment)
    .where(eq(documentComment.documentId, documentId))
    .orderBy(asc(documentComment.at), asc(documentComment.id))
}

/** False when there is none of this id that is open. Served by the primary key. */
export async function resolveCommentRow(
  db: Executor,
  { documentId, id, ...change }: { documentId: string; id: string; resolvedAt: Date; resolvedByName: string },
): Promise<boolean> {
  const rows = await db
    .update(documentComment)
    .set(change)
    .where(
      and(
        eq(documentComment.id, id),
        eq(documentComment.documentId, documentId),
        isNull(documentComment.resolvedAt),
      ),
    )
    .returning({ id: documentComment.id })
  return rows.length > 0
}

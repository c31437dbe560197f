import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { ask } from '#db/schema/ask'
import { document, revision } from '#db/schema/content'
import { feedbackWork } from '#db/schema/feedback-work'
import { helpSearch, searchCount, searchWork } from '#db/schema/help-search'
import { remark } from '#db/schema/remark'
import { rating } from '#db/schema/trial'
import type { SpokenKind } from '~/domain/insight/feedback/feedback-state'
import type { TrialKey } from './trials'

/** What was done about something. */
export type WorkValues = Pick<
  typeof feedbackWork.$inferInsert,
  'state' | 'assignedTo' | 'revisionId' | 'changedAt'
>
type WorkRow = Pick<typeof feedbackWork.$inferSelect, 'state' | 'assignedTo' | 'revisionId' | 'version'>

interface SpokenKey {
  kind: SpokenKind
  visitorId: string
  id: string
}

/** Whether a visitor said it. Served by the primary keys. */
export async function isSpoken(db: Executor, { kind, visitorId, id }: SpokenKey): Promise<boolean> {
  const counts = {
    rating: () => db.$count(rating, and(eq(rating.visitorId, visitorId), eq(rating.trialId, id))),
    remark: () => db.$count(remark, and(eq(remark.visitorId, visitorId), eq(remark.id, id))),
    ask: () => db.$count(ask, and(eq(ask.visitorId, visitorId), eq(ask.id, id))),
  }
  return (await counts[kind]()) > 0
}

/** The work on something that was said, locked, or null. Served by the primary key. */
export async function lockFeedbackWork(db: Executor, { visitorId, id }: TrialKey): Promise<WorkRow | null> {
  const rows = await db
    .select()
    .from(feedbackWork)
    .where(and(eq(feedbackWork.visitorId, visitorId), eq(feedbackWork.id, id)))
    .for('update')
  return rows[0] ?? null
}

/** Writes the next version of the work; false when somebody else wrote it. Served by the primary key. */
export async function writeFeedbackWork(
  db: Executor,
  key: SpokenKey,
  { version, ...values }: WorkValues & { version: number },
): Promise<boolean> {
  const written = await db
    .insert(feedbackWork)
    .values({ ...key, ...values, version: version + 1 })
    .onConflictDoUpdate({
      target: [feedbackWork.visitorId, feedbackWork.id],
      set: { ...values, version: version + 1 },
      setWhere: eq(feedbackWork.version, version),
    })
    .returning({ id: feedbackWork.id })
  return written.length > 0
}

interface SearchedKey {
  query: string
  locale: typeof searchWork.$inferInsert.locale
}

/** Whether somebody searched for it. Served by help_search_query_idx and search_count_day_idx. */
export async function isSearched(db: Executor, { query, locale }: SearchedKey): Promise<boolean> {
  const own = await db.$count(helpSearch, and(eq(helpSearch.locale, locale), eq(helpSearch.query, query)))
  if (own > 0) return true
  return (await db.$count(searchCount, and(eq(searchCount.locale, locale), eq(searchCount.query, query)))) > 0
}

/** The work on a search, locked, or null. Served by search_work_query_idx. */
export async function lockSearchWork(db: Executor, { query, locale }: SearchedKey): Promise<WorkRow | null> {
  const rows = await db
    .select()
    .from(searchWork)
    .where(and(eq(searchWork.locale, locale), eq(searchWork.query, query)))
    .for('update')
  return rows[0] ?? null
}

/** As `writeFeedbackWork`, of a search. Served by search_work_query_idx. */
export async function writeSearchWork(
  db: Executor,
  key: SearchedKey & { id: string },
  { version, ...values }: WorkValues & { version: number },
): Promise<boolean> {
  const written = await db
    .insert(searchWork)
    .values({ ...key, ...values, version: version + 1 })
    .onConflictDoUpdate({
      target: [searchWork.locale, searchWork.query],
      set: { ...values, version: version + 1 },
      setWhere: eq(searchWork.version, version),
    })
    .returning({ id: searchWork.id })
  return written.length > 0
}

/** Deletes the work on searches that nobody's row names any more. Served by the indexes on queries. */
export async function deleteLooseSearchWork(db: Executor): Promise<void> {
  const same = (table: typeof helpSearch | typeof searchCount) =>
    sql`exists (select from ${table} where ${table.locale} = ${searchWork.locale} and ${table.query} = ${searchWork.query})`
  await db.delete(searchWork).where(sql`not ${same(helpSearch)} and not ${same(searchCount)}`)
}

/** A revision that may answer what was said. */
export interface AnsweringRevision {
  id: string
  kind: string
  slug: string
  number: number
}

/** The newest revisions, of any document. Reads the table of revisions. */
export async function listNewestRevisions(db: Executor, limit: number): Promise<AnsweringRevision[]> {
  return db
    .select({ id: revision.id, kind: document.kind, slug: document.slug, number: revision.number })
    .from(revision)
    .innerJoin(document, eq(document.id, revision.documentId))
    .orderBy(desc(revision.id))
    .limit(limit)
}

/** Revisions by their ids. Served by the primary key. */
export async function listRevisionsById(db: Executor, ids: readonly string[]): Promise<AnsweringRevision[]> {
  if (ids.length === 0) return []
  return db
    .select({ id: revision.id, kind: document.kind, slug: document.slug, number: revision.number })
    .from(revision)
    .innerJoin(document, eq(document.id, revision.documentId))
    .where(inArray(revision.id, [...ids]))
}

/** What was asked, by the ids of asks. Served by ask_id_idx. */
export async function listAskMessages(
  db: Executor,
  ids: readonly string[],
): Promise<{ id: string; message: string }[]> {
  if (ids.length === 0) return []
  return db
    .select({ id: ask.id, message: ask.message })
    .from(ask)
    .where(inArray(ask.id, [...ids]))
}

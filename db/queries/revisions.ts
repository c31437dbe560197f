import { and, asc, desc, eq, gt, gte, lt, max, ne, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { authUser } from '#db/schema/auth'
import { document, revision } from '#db/schema/content'
import type { DocumentKind } from '~/domain/content/kinds'
import type { OtherPublish } from '~/domain/insight/impact/other-publish'

export type RevisionRow = typeof revision.$inferSelect

/** A revision as a list shows it: who published it, when and why, without its contents. */
export interface RevisionSummary {
  id: string
  number: number
  contentHash: string
  note: string
  createdAt: Date
  createdBy: string | null
}

/** What is served of a revision: everything but its source files. */
export interface ServedRevision {
  documentId: string
  kind: DocumentKind
  slug: string
  revisionId: string
  number: number
  contentHash: string
  /** For a demo `{ demo: Demo }`. */
  body: unknown
  /** HTML by name: of a demo `<guide>.<locale>`, of a help post `<locale>`. */
  rendered: Record<string, string>
  proof: unknown
  createdAt: Date
}

/** The revisions of a document, newest first. Served by revision_document_number_key. */
export async function listRevisionSummaries(db: Executor, documentId: string): Promise<RevisionSummary[]> {
  return db
    .select({
      id: revision.id,
      number: revision.number,
      contentHash: revision.contentHash,
      note: revision.note,
      createdAt: revision.createdAt,
      createdBy: authUser.name,
    })
    .from(revision)
    .leftJoin(authUser, eq(authUser.id, revision.createdBy))
    .where(eq(revision.documentId, documentId))
    .orderBy(desc(revision.number))
}

/** The revisions of a kind that were published between two instants, the latest first. Reads the documents of the kind. */
export async function listRevisionsBetween(
  db: Executor,
  kind: DocumentKind,
  from: Date,
  until: Date,
): Promise<{ slug: string; number: number; createdAt: Date }[]> {
  return db
    .select({ slug: document.slug, number: revision.number, createdAt: revision.createdAt })
    .from(revision)
    .innerJoin(document, eq(document.id, revision.documentId))
    .where(and(eq(document.kind, kind), gte(revision.createdAt, from), lt(revision.createdAt, until)))
    .orderBy(desc(revision.createdAt))
}

/** One revision by its number, or null. Served by revision_document_number_key. */
export async function findRevision(
  db: Executor,
  documentId: string,
  number: number,
): Promise<RevisionRow | null> {
  const rows = await db
    .select()
    .from(revision)
    .where(and(eq(revision.documentId, documentId), eq(revision.number, number)))
  return rows[0] ?? null
}

/** One revision with its files by its id, or null. Served by the primary key. */
export async function findRevisionById(db: Executor, id: string): Promise<RevisionRow | null> {
  const rows = await db.select().from(revision).where(eq(revision.id, id))
  return rows[0] ?? null
}

/** The revision of a document that is live, or was last; null when it was never published. */
export async function findLiveRevision(
  db: Executor,
  { liveRevisionId }: { liveRevisionId: string | null },
): Promise<RevisionRow | null> {
  return liveRevisionId === null ? null : findRevisionById(db, liveRevisionId)
}

/** The proof of a revision, or null. Served by the primary key. */
export async function findProof(db: Executor, id: string): Promise<unknown> {
  const rows = await db.select({ proof: revision.proof }).from(revision).where(eq(revision.id, id))
  return rows[0]?.proof ?? null
}

/**
 * The number of the next revision of a document. The caller has locked the document. Served by
 * revision_document_number_key.
 */
export async function nextRevisionNumber(db: Executor, documentId: string): Promise<number> {
  const rows = await db
    .select({ last: max(revision.number) })
    .from(revision)
    .where(eq(revision.documentId, documentId))
  return (rows[0]?.last ?? 0) + 1
}

/** A revision of a demo whose proof has no remaining ways. */
export interface UnchartedRevision {
  id: string
  body: unknown
  proof: unknown
}

/** The first of them after an id, or null. One at a time: they are few and large. Served by the primary key. */
export async function findUncharted(db: Executor, after: string): Promise<UnchartedRevision | null> {
  const rows = await db
    .select({ id: revision.id, body: revision.body, proof: revision.proof })
    .from(revision)
    .innerJoin(document, eq(document.id, revision.documentId))
    .where(
      and(
        eq(document.kind, 'demo'),
        gt(revision.id, after),
        sql`jsonb_array_length(${revision.proof} -> 'runs') > 0`,
        sql`not ${revision.proof} -> 'runs' -> 0 ? 'ways'`,
      ),
    )
    .orderBy(asc(revision.id))
    .limit(1)
  return rows[0] ?? null
}

/** Replaces the proof of a revision, which is derived from its contents. Served by the primary key. */
export async function setProof(db: Executor, id: string, proof: unknown): Promise<void> {
  await db.update(revision).set({ proof }).where(eq(revision.id, id))
}

/** Adds a revision. No function changes its contents. Served by revision_document_number_key. */
export async function insertRevision(db: Executor, row: typeof revision.$inferInsert): Promise<void> {
  await db.insert(revision).values(row)
}

/** What is served of a revision by its id, whether it is live or not; null when there is none. Served by the primary keys. */
export async function findServedRevision(db: Executor, id: string): Promise<ServedRevision | null> {
  const rows = await db
    .select({
      documentId: revision.documentId,
      kind: document.kind,
      slug: document.slug,
      revisionId: revision.id,
      number: revision.number,
      contentHash: revision.contentHash,
      body: revision.body,
      rendered: revision.rendered,
      proof: revision.proof,
      createdAt: revision.createdAt,
    })
    .from(revision)
    .innerJoin(document, eq(document.id, revision.documentId))
    .where(eq(revision.id, id))
  return rows[0] ?? null
}

/** The revisions of other documents that went live in a stretch of time, oldest first. Reads the table of revisions. */
export async function listPublishedBetween(
  db: Executor,
  { from, until, but }: { from: Date; until: Date; but: string },
): Promise<OtherPublish[]> {
  return db
    .select({ kind: document.kind, slug: document.slug, number: revision.number, at: revision.createdAt })
    .from(revision)
    .innerJoin(document, eq(document.id, revision.documentId))
    .where(and(gte(revision.createdAt, from), lt(revision.createdAt, until), ne(document.id, but)))
    .orderBy(asc(revision.createdAt), asc(revision.id))
}

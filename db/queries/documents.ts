import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { authUser } from '#db/schema/auth'
import { document, revision } from '#db/schema/content'
import type { DocumentSummary } from '~/domain/content/document-summary'
import type { DocumentFiles, DocumentKind, DocumentStatus } from '~/domain/content/kinds'
import type { Text } from '~/domain/text'

export type DocumentRow = typeof document.$inferSelect

const liveTitle = sql<Text | null>`coalesce(${revision.body} -> 'demo' -> 'title', ${revision.body} -> 'title')`

function toText(value: unknown): Text | null {
  return (typeof value === 'string' ? JSON.parse(value) : value) as Text | null
}

const summaryColumns = {
  id: document.id,
  kind: document.kind,
  slug: document.slug,
  status: document.status,
  title: liveTitle.mapWith(toText),
  draftVersion: document.draftVersion,
  draftDiffers: sql<boolean>`${document.draftFiles} is distinct from ${revision.files}`,
  liveNumber: revision.number,
  publishedAt: revision.createdAt,
  updatedAt: document.updatedAt,
  updatedBy: authUser.name,
}

/** Documents, last changed first, all or of one kind. Served by document_kind_slug_key. */
export async function listDocumentSummaries(
  db: Executor,
  filter: { kind?: DocumentKind } = {},
): Promise<DocumentSummary[]> {
  return db
    .select(summaryColumns)
    .from(document)
    .leftJoin(revision, eq(revision.id, document.liveRevisionId))
    .leftJoin(authUser, eq(authUser.id, document.updatedBy))
    .where(filter.kind ? eq(document.kind, filter.kind) : undefined)
    .orderBy(desc(document.updatedAt), asc(document.slug))
}

/** What visitors get of a document: its revision, or what they may try instead. */
export type DocumentPointer = Pick<
  DocumentRow,
  'id' | 'kind' | 'slug' | 'status' | 'liveRevisionId' | 'insteadSlug'
>

/** The pointers of one kind, by slug. Served by document_kind_slug_key. */
export async function listPointers(db: Executor, kind: DocumentKind): Promise<DocumentPointer[]> {
  const { id, slug, status, liveRevisionId, insteadSlug } = document
  return db
    .select({ id, kind: document.kind, slug, status, liveRevisionId, insteadSlug })
    .from(document)
    .where(eq(document.kind, kind))
    .orderBy(asc(slug))
}

/** The pointers of everything that is or was live. Reads the table of documents once, without their drafts. */
export async function listLivePointers(db: Executor): Promise<DocumentPointer[]> {
  const { id, kind, slug, status, liveRevisionId, insteadSlug } = document
  return db
    .select({ id, kind, slug, status, liveRevisionId, insteadSlug })
    .from(document)
    .where(inArray(status, ['published', 'retired']))
    .orderBy(asc(kind), asc(slug))
}

/** Every document with its draft, for checks over all of them and for pulling to files. Served by document_kind_slug_key. */
export async function listDrafts(db: Executor, kind?: DocumentKind): Promise<DocumentRow[]> {
  return db
    .select()
    .from(document)
    .where(kind ? eq(document.kind, kind) : undefined)
    .orderBy(asc(document.kind), asc(document.slug))
}

/** The drafts of these documents, by id. Served by the primary key. */
export async function findDraftFiles(db: Executor, ids: string[]): Promise<Map<string, DocumentFiles>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: document.id, files: document.draftFiles })
    .from(document)
    .where(inArray(document.id, ids))
  return new Map(rows.map((row) => [row.id, row.files]))
}

/** One document, or null. Served by document_kind_slug_key. */
export async function findDocument(
  db: Executor,
  kind: DocumentKind,
  slug: string,
): Promise<DocumentRow | null> {
  const rows = await db
    .select()
    .from(document)
    .where(and(eq(document.kind, kind), eq(document.slug, slug)))
  return rows[0] ?? null
}

/** Which version the draft of a document has. */
export type DraftVersion = Pick<DocumentRow, 'id' | 'draftVersion'>

/** As `findDocument`, without its files. Served by document_kind_slug_key. */
export async function findDraftVersion(
  db: Executor,
  kind: DocumentKind,
  slug: string,
): Promise<DraftVersion | null> {
  const rows = await db
    .select({ id: document.id, draftVersion: document.draftVersion })
    .from(document)
    .where(and(eq(document.kind, kind), eq(document.slug, slug)))
  return rows[0] ?? null
}

/** As `findDocument`, locking the row. Served by document_kind_slug_key. */
export async function lockDocument(
  db: Executor,
  kind: DocumentKind,
  slug: string,
): Promise<DocumentRow | null> {
  const rows = await db
    .select()
    .from(document)
    .where(and(eq(document.kind, kind), eq(document.slug, slug)))
    .for('update')
  return rows[0] ?? null
}

/** Adds a document; null when the slug is taken. Served by document_kind_slug_key. */
export async function insertDocument(
  db: Executor,
  row: typeof document.$inferInsert,
): Promise<DocumentRow | null> {
  const rows = await db.insert(document).values(row).onConflictDoNothing().returning()
  return rows[0] ?? null
}

/** What every change of a document records. */
interface Change {
  id: string
  at: Date
  by: string | null
}

/**
 * Replaces the draft if it is at `expectedVersion` and returns its new version; null when somebody else saved in
 * between. Served by the primary key.
 */
export async function compareAndSaveDraft(
  db: Executor,
  change: Change & { expectedVersion: number; files: DocumentFiles },
): Promise<number | null> {
  const rows = await db
    .update(document)
    .set({
      draftFiles: change.files,
      draftVersion: sql`${document.draftVersion} + 1`,
      updatedAt: change.at,
      updatedBy: change.by,
    })
    .where(and(eq(document.id, change.id), eq(document.draftVersion, change.expectedVersion)))
    .returning({ version: document.draftVersion })
  return rows[0]?.version ?? null
}

/** Makes a revision the one that visitors get. Served by the primary key. */
export async function setLiveRevision(db: Executor, change: Change & { revisionId: string }): Promise<void> {
  await db
    .update(document)
    .set({
      liveRevisionId: change.revisionId,
      status: 'published',
      insteadSlug: null,
      updatedAt: change.at,
      updatedBy: change.by,
    })
    .where(eq(document.id, change.id))
}

/** Moves a document to another status, with the slug to try instead when it is retired. Served by the primary key. */
export async function setStatus(
  db: Executor,
  change: Change & { status: DocumentStatus; insteadSlug: string | null },
): Promise<void> {
  await db
    .update(document)
    .set({
      status: change.status,
      insteadSlug: change.insteadSlug,
      updatedAt: change.at,
      updatedBy: change.by,
    })
    .where(eq(document.id, change.id))
}

/** Points retired documents that name one document to another one, or to none. Served by document_kind_slug_key. */
export async function moveInstead(
  db: Executor,
  { kind, from, to }: { kind: DocumentKind; from: string; to: string | null },
): Promise<void> {
  await db
    .update(document)
    // A document is never its own substitute.
    .set({ insteadSlug: sql`nullif(${to}::text, ${document.slug})` })
    .where(and(eq(document.kind, kind), eq(document.insteadSlug, from)))
}

/**
 * Deletes a document that has no revision and is at `expectedVersion`; false otherwise. Served by the primary key.
 */
export async function deleteDraftDocument(
  db: Executor,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<boolean> {
  const rows = await db
    .delete(document)
    .where(
      and(
        eq(document.id, id),
        eq(document.draftVersion, expectedVersion),
        sql`not exists (select from ${revision} where ${revision.documentId} = ${document.id})`,
      ),
    )
    .returning({ id: document.id })
  return rows.length > 0
}

/** How many documents there are: 0 means that content was never imported. Reads document_kind_slug_key. */
export async function countDocuments(db: Executor): Promise<number> {
  return db.$count(document)
}

import { and, asc, desc, eq, ilike, or, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { document, revision } from '#db/schema/content'
import { medium } from '#db/schema/medium'
import type { DocumentKind } from '~/domain/content/kinds'
import type { MediumKind } from '~/domain/content/medium'
import type { Text } from '~/domain/text'

export type MediumRow = typeof medium.$inferSelect

export interface MediaQuery {
  kind?: MediumKind | undefined
  /** Found in the name, the file's name or the alternative text. */
  text?: string | undefined
  before?: { at: Date; name: string } | undefined
  limit: number
}

/** Media, the newest first. Served by medium_created_idx; a search reads on until its page is full. */
export async function listMediumRows(db: Executor, query: MediaQuery): Promise<MediumRow[]> {
  const { kind, text = '', before, limit } = query
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const found = or(
    ilike(medium.name, pattern),
    ilike(medium.title, pattern),
    sql`exists (select from jsonb_each_text(${medium.alt}) where value ilike ${pattern})`,
  )
  const older =
    before &&
    sql`(${medium.createdAt}, ${medium.name}) < (${before.at.toISOString()}::timestamptz, ${before.name})`
  return db
    .select()
    .from(medium)
    .where(and(kind && eq(medium.kind, kind), text === '' ? undefined : found, older))
    .orderBy(desc(medium.createdAt), desc(medium.name))
    .limit(limit)
}

/** The name of every medium. Reads the primary key. */
export async function listMediumNames(db: Executor): Promise<string[]> {
  const rows = await db.select({ name: medium.name }).from(medium).orderBy(asc(medium.name))
  return rows.map((row) => row.name)
}

/** Served by the primary key. */
export async function findMedium(db: Executor, name: string): Promise<MediumRow | null> {
  const rows = await db.select().from(medium).where(eq(medium.name, name))
  return rows[0] ?? null
}

/** Served by medium_content_key. */
export async function findMediumByContent(db: Executor, contentHash: string): Promise<MediumRow | null> {
  const rows = await db.select().from(medium).where(eq(medium.contentHash, contentHash))
  return rows[0] ?? null
}

/** Served by the primary key. */
export async function insertMedium(db: Executor, row: typeof medium.$inferInsert): Promise<void> {
  await db.insert(medium).values(row)
}

/** False when there is no such medium. Served by the primary key. */
export async function updateMediumAlt(db: Executor, name: string, alt: Text): Promise<boolean> {
  const rows = await db
    .update(medium)
    .set({ alt })
    .where(eq(medium.name, name))
    .returning({ name: medium.name })
  return rows.length > 0
}

/** Null when there is no such medium. Served by the primary key. */
export async function deleteMedium(db: Executor, name: string): Promise<MediumRow | null> {
  const rows = await db.delete(medium).where(eq(medium.name, name)).returning()
  return rows[0] ?? null
}

/** A document that names a medium: in its draft, in what is live, or only in an older revision. */
export interface MediumUse {
  kind: DocumentKind
  slug: string
  inDraft: boolean
  isLive: boolean
}

/**
 * Every document that names a medium anywhere: trials run on older revisions as well. A name holds a hash, so it is
 * looked for as text. Reads all drafts and revisions.
 */
export async function listMediumUses(db: Executor, name: string): Promise<MediumUse[]> {
  const inDraft = sql<boolean>`strpos(${document.draftFiles}::text, ${name}) > 0`
  const inRevision = sql`strpos(${revision.files}::text, ${name}) > 0`
  const isLive = sql<boolean>`${document.status} = 'published' and exists (
    select from ${revision} where ${revision.id} = ${document.liveRevisionId} and ${inRevision})`
  const everIn = sql`exists (
    select from ${revision} where ${revision.documentId} = ${document.id} and ${inRevision})`
  return db
    .select({ kind: document.kind, slug: document.slug, inDraft, isLive })
    .from(document)
    .where(or(inDraft, everIn))
    .orderBy(asc(document.kind), asc(document.slug))
}

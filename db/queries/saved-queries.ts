import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { savedQuery, savedQueryVersion } from '#db/schema/saved-query'
import type { SavedKind } from '~/domain/insight/saved-query'

export type SavedQueryRow = typeof savedQuery.$inferSelect
export type SavedVersionRow = typeof savedQueryVersion.$inferSelect

/** Those of a kind that were not removed, by name. Served by saved_query_kind_idx. */
export async function listSavedRows(db: Executor, kind: SavedKind): Promise<SavedQueryRow[]> {
  return db
    .select()
    .from(savedQuery)
    .where(and(eq(savedQuery.kind, kind), isNull(savedQuery.removedAt)))
    .orderBy(asc(savedQuery.nameKey))
}

/** Those of a kind that were removed, the latest first, at most 20. Served by saved_query_kind_idx. */
export async function listRemovedRows(db: Executor, kind: SavedKind): Promise<SavedQueryRow[]> {
  return db
    .select()
    .from(savedQuery)
    .where(and(eq(savedQuery.kind, kind), sql`${savedQuery.removedAt} is not null`))
    .orderBy(desc(savedQuery.removedAt))
    .limit(20)
}

/** One, removed or not. Served by the primary key. */
export async function findSavedQuery(db: Executor, id: string): Promise<SavedQueryRow | null> {
  const rows = await db.select().from(savedQuery).where(eq(savedQuery.id, id))
  return rows[0] ?? null
}

/** As `findSavedQuery`, locking the row. */
export async function lockSavedQuery(db: Executor, id: string): Promise<SavedQueryRow | null> {
  const rows = await db.select().from(savedQuery).where(eq(savedQuery.id, id)).for('update')
  return rows[0] ?? null
}

/** The one of a kind with a name, unless it was removed. Served by saved_query_name_key. */
export async function findSavedByName(
  db: Executor,
  kind: SavedKind,
  nameKey: string,
): Promise<SavedQueryRow | null> {
  const rows = await db
    .select()
    .from(savedQuery)
    .where(and(eq(savedQuery.kind, kind), eq(savedQuery.nameKey, nameKey), isNull(savedQuery.removedAt)))
  return rows[0] ?? null
}

/** Inserts one, or replaces its row, and keeps the version. Served by the primary keys. */
export async function putSavedQuery(db: Executor, row: SavedQueryRow): Promise<void> {
  const { id, version, name, body, changedAt, changedBy } = row
  await db.insert(savedQuery).values(row).onConflictDoUpdate({ target: savedQuery.id, set: row })
  await db
    .insert(savedQueryVersion)
    .values({ queryId: id, version, name, body, at: changedAt, by: changedBy })
}

/** Removes one, or with null puts it back. Served by the primary key. */
export async function setSavedRemoved(db: Executor, id: string, removedAt: Date | null): Promise<void> {
  await db.update(savedQuery).set({ removedAt }).where(eq(savedQuery.id, id))
}

/** The versions of one, the latest first, at most 50. Served by the primary key. */
export async function listSavedVersions(db: Executor, id: string): Promise<SavedVersionRow[]> {
  return db
    .select()
    .from(savedQueryVersion)
    .where(eq(savedQueryVersion.queryId, id))
    .orderBy(desc(savedQueryVersion.version))
    .limit(50)
}

/** The funnels that name a segment, by name. Served by saved_query_kind_idx. */
export async function listFunnelsOfSegment(db: Executor, segmentId: string): Promise<SavedQueryRow[]> {
  const rows = await listSavedRows(db, 'funnel')
  return rows.filter(({ body }) => 'segment' in body && body.segment === segmentId)
}

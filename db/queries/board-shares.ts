import { and, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { boardShare } from '#db/schema/board-outlet'

export type BoardShareRow = typeof boardShare.$inferSelect

/** Served by the primary key. */
export async function insertShare(db: Executor, row: typeof boardShare.$inferInsert): Promise<void> {
  await db.insert(boardShare).values(row)
}

/** Served by board_share_token_key. */
export async function findShareByHash(db: Executor, tokenHash: string): Promise<BoardShareRow | null> {
  const rows = await db.select().from(boardShare).where(eq(boardShare.tokenHash, tokenHash))
  return rows[0] ?? null
}

/** The latest links, without their figures. Served by board_share_created_idx. */
export async function listShareRows(
  db: Executor,
  limit: number,
): Promise<(Omit<BoardShareRow, 'frozen' | 'tokenHash'> & { isFrozen: boolean })[]> {
  const { frozen, tokenHash: _token, ...shown } = getTableColumns(boardShare)
  return db
    .select({ ...shown, isFrozen: sql<boolean>`${frozen} is not null` })
    .from(boardShare)
    .orderBy(desc(boardShare.createdAt), desc(boardShare.id))
    .limit(limit)
}

/** Counts that it was opened. Served by the primary key. */
export async function markShareOpened(db: Executor, id: string, at: Date): Promise<void> {
  await db
    .update(boardShare)
    .set({ openedAt: at, openings: sql`${boardShare.openings} + 1` })
    .where(eq(boardShare.id, id))
}

/** Null when there is no such link that still works. Its figures are deleted. Served by the primary key. */
export async function revokeShareRow(db: Executor, id: string, at: Date): Promise<{ board: string } | null> {
  const rows = await db
    .update(boardShare)
    .set({ revokedAt: at, frozen: null })
    .where(and(eq(boardShare.id, id), isNull(boardShare.revokedAt)))
    .returning({ board: boardShare.board })
  return rows[0] ?? null
}

import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { unmatchedConversion } from '#db/schema/conversion'

export type UnmatchedRow = typeof unmatchedConversion.$inferSelect

/** Adds a conversion without a visitor. Served by the primary key. */
export async function insertUnmatched(
  db: Executor,
  row: typeof unmatchedConversion.$inferInsert,
): Promise<void> {
  await db.insert(unmatchedConversion).values(row)
}

/** One by its id, locked, or null. Served by the primary key. */
export async function lockUnmatched(db: Executor, id: string): Promise<UnmatchedRow | null> {
  const rows = await db.select().from(unmatchedConversion).where(eq(unmatchedConversion.id, id)).for('update')
  return rows[0] ?? null
}

/** Those that wait for an address to be verified. Served by unmatched_conversion_email_idx. */
export async function lockUnmatchedByEmail(db: Executor, emailHash: string): Promise<UnmatchedRow[]> {
  return db
    .select()
    .from(unmatchedConversion)
    .where(and(eq(unmatchedConversion.emailHash, emailHash), isNull(unmatchedConversion.withdrawnAt)))
    .orderBy(asc(unmatchedConversion.id))
    .for('update')
}

/** Served by the primary key. */
export async function updateUnmatched(
  db: Executor,
  id: string,
  change: Partial<Omit<UnmatchedRow, 'id'>>,
): Promise<void> {
  await db.update(unmatchedConversion).set(change).where(eq(unmatchedConversion.id, id))
}

/** Served by the primary key. */
export async function deleteUnmatched(db: Executor, id: string): Promise<void> {
  await db.delete(unmatchedConversion).where(eq(unmatchedConversion.id, id))
}

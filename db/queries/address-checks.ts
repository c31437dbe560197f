import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { addressCheck } from '#db/schema/contact'

export type AddressCheckRow = typeof addressCheck.$inferSelect

/** Served by the primary key. */
export async function insertCheck(db: Executor, row: typeof addressCheck.$inferInsert): Promise<void> {
  await db.insert(addressCheck).values(row)
}

/** The check with this link, or null. Served by address_check_link_idx. */
export async function findCheckByLink(db: Executor, linkHash: string): Promise<AddressCheckRow | null> {
  const rows = await db.select().from(addressCheck).where(eq(addressCheck.linkHash, linkHash))
  return rows[0] ?? null
}

/** As `findCheckByLink`, locking the row. Served by address_check_link_idx. */
export async function lockCheckByLink(db: Executor, linkHash: string): Promise<AddressCheckRow | null> {
  const found = await findCheckByLink(db, linkHash)
  return found && lockCheck(db, found)
}

/** Checks of a browser whose code can still be entered, the newest first. Served by the primary key. */
export async function listOpenChecks(
  db: Executor,
  { visitorId, browserId }: { visitorId: string; browserId: string },
  now: Date,
): Promise<AddressCheckRow[]> {
  return db
    .select()
    .from(addressCheck)
    .where(
      and(
        eq(addressCheck.visitorId, visitorId),
        eq(addressCheck.browserId, browserId),
        isNull(addressCheck.codeUsedAt),
        sql`${addressCheck.expiresAt} > ${now.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(desc(addressCheck.createdAt), desc(addressCheck.id))
}

/** As `listOpenChecks`, locking the rows. */
export async function lockCheck(
  db: Executor,
  key: { visitorId: string; id: string },
): Promise<AddressCheckRow | null> {
  const rows = await db.select().from(addressCheck).where(isCheck(key)).for('update')
  return rows[0] ?? null
}

/** Served by the primary key. */
export async function updateCheck(
  db: Executor,
  key: { visitorId: string; id: string },
  change: Partial<Pick<AddressCheckRow, 'linkUsedAt' | 'codeUsedAt' | 'codesTried'>>,
): Promise<void> {
  await db.update(addressCheck).set(change).where(isCheck(key))
}

const isCheck = ({ visitorId, id }: { visitorId: string; id: string }) =>
  and(eq(addressCheck.visitorId, visitorId), eq(addressCheck.id, id))

/** A visitor's checks. Served by the primary key, whose first column is the visitor. */
export async function listChecksOf(db: Executor, visitorId: string): Promise<AddressCheckRow[]> {
  return db.select().from(addressCheck).where(eq(addressCheck.visitorId, visitorId))
}

/** Deletes expired checks. Served by address_check_expires_idx. */
export async function deleteExpiredChecks(db: Executor, now: Date): Promise<void> {
  await db.delete(addressCheck).where(lt(addressCheck.expiresAt, now))
}

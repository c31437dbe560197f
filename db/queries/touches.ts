import { desc, eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { touch } from '#db/schema/touch'

export type TouchRow = typeof touch.$inferSelect

/** Adds a touch. Served by the primary key. */
export async function insertTouch(db: Executor, row: typeof touch.$inferInsert): Promise<void> {
  await db.insert(touch).values(row)
}

/** The newest touch of a visitor, or null. Served by the primary key, read backwards. */
export async function findLatestTouch(db: Executor, visitorId: string): Promise<TouchRow | null> {
  const rows = await db
    .select()
    .from(touch)
    .where(eq(touch.visitorId, visitorId))
    .orderBy(desc(touch.id))
    .limit(1)
  return rows[0] ?? null
}

/** True when a visitor has at least so many, reading no more than those. Served by the primary key. */
export async function hasTouches(db: Executor, visitorId: string, least: number): Promise<boolean> {
  const rows = await db
    .select({ id: touch.id })
    .from(touch)
    .where(eq(touch.visitorId, visitorId))
    .offset(least - 1)
    .limit(1)
  return rows.length > 0
}

/** Deletes the touches of a visitor. Served by the primary key. */
export async function deleteTouchesOf(db: Executor, visitorId: string): Promise<void> {
  await db.delete(touch).where(eq(touch.visitorId, visitorId))
}

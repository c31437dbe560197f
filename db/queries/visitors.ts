import { eq, isNull } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { visitor } from '#db/schema/trial'

export type VisitorRow = typeof visitor.$inferSelect

/** Adds a visitor; one that is there keeps everything but a first touch that was missing. Served by the primary key. */
export async function insertVisitor(db: Executor, row: typeof visitor.$inferInsert): Promise<void> {
  const added = db.insert(visitor).values(row)
  if (!row.firstTouch) return void (await added.onConflictDoNothing())
  await added.onConflictDoUpdate({
    target: visitor.visitorId,
    set: { firstTouch: row.firstTouch },
    setWhere: isNull(visitor.firstTouch),
  })
}

/** One visitor, or null. Served by the primary key. */
export async function findVisitor(db: Executor, visitorId: string): Promise<VisitorRow | null> {
  const rows = await db.select().from(visitor).where(eq(visitor.visitorId, visitorId))
  return rows[0] ?? null
}

/** As `findVisitor`, locking the row. Served by the primary key. */
export async function lockVisitor(db: Executor, visitorId: string): Promise<VisitorRow | null> {
  const rows = await db.select().from(visitor).where(eq(visitor.visitorId, visitorId)).for('update')
  return rows[0] ?? null
}

/** Stores what the visitor agreed to; without consent the first touch is deleted. Served by the primary key. */
export async function setVisitorConsent(
  db: Executor,
  visitorId: string,
  consent: VisitorRow['consent'],
): Promise<void> {
  const forget = consent === 'granted' ? {} : { firstTouch: null }
  await db
    .update(visitor)
    .set({ consent, ...forget })
    .where(eq(visitor.visitorId, visitorId))
}

/** Deletes a visitor and, by cascade, its trials, traces, ratings and conversions. Served by the primary key. */
export async function deleteVisitor(db: Executor, visitorId: string): Promise<void> {
  await db.delete(visitor).where(eq(visitor.visitorId, visitorId))
}

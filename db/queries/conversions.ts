import { and, asc, eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { conversion } from '#db/schema/conversion'

export type ConversionRow = typeof conversion.$inferSelect

/** Adds a conversion; null when this visitor already has one of that id. Served by the primary key. */
export async function insertConversion(
  db: Executor,
  row: typeof conversion.$inferInsert,
): Promise<ConversionRow | null> {
  const rows = await db.insert(conversion).values(row).onConflictDoNothing().returning()
  return rows[0] ?? null
}

/** One conversion of a visitor, or null. Served by the primary key. */
export async function findConversion(
  db: Executor,
  key: { visitorId: string; id: string },
): Promise<ConversionRow | null> {
  const rows = await db
    .select()
    .from(conversion)
    .where(and(eq(conversion.visitorId, key.visitorId), eq(conversion.id, key.id)))
  return rows[0] ?? null
}

/** A visitor's conversions. Served by the primary key, whose first column is the visitor. */
export async function listConversionsOf(db: Executor, visitorId: string): Promise<ConversionRow[]> {
  return db.select().from(conversion).where(eq(conversion.visitorId, visitorId)).orderBy(asc(conversion.id))
}

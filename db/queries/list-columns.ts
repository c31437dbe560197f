import { eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { listColumns } from '#db/schema/list-columns'

/** The columns that a person chose last; null when they never did. Served by the primary key. */
export async function findListColumns(db: Executor, personId: string): Promise<string[] | null> {
  const rows = await db.select().from(listColumns).where(eq(listColumns.personId, personId))
  return rows[0]?.columns ?? null
}

/** Served by the primary key. */
export async function upsertListColumns(db: Executor, personId: string, columns: string[]): Promise<void> {
  await db
    .insert(listColumns)
    .values({ personId, columns })
    .onConflictDoUpdate({ target: listColumns.personId, set: { columns } })
}

import { eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { authUser } from '#db/schema/auth'

/** The name of a member of staff, or null for an unknown id. Served by the primary key. */
export async function findPersonName(db: Executor, id: string): Promise<string | null> {
  const rows = await db.select({ name: authUser.name }).from(authUser).where(eq(authUser.id, id))
  return rows[0]?.name ?? null
}

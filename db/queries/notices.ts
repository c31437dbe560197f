import { sql } from 'drizzle-orm'
import type { Executor } from '#db/client'

/** The channel on which instances tell one another that what is live has changed. */
export const CONTENT_CHANNEL = 'content_changed'

/** Tells every instance, when and only when the surrounding transaction commits. Reads no table. */
export async function notifyContentChanged(
  db: Executor,
  change: { kind: string; slug: string },
): Promise<void> {
  await db.execute(sql`select pg_notify(${CONTENT_CHANNEL}, ${JSON.stringify(change)})`)
}

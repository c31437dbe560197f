import { sql } from 'drizzle-orm'
import type { Executor } from '#db/client'

/** The channel on which instances tell one another that what is live has changed. */
export const CONTENT_CHANNEL = 'content_changed'

/**
 * Tells every instance, when and only when the surrounding transaction commits. Reads no table. Sends these two names
 * alone, whatever else the object holds: a payload may have 8,000 bytes.
 */
export async function notifyContentChanged(
  db: Executor,
  { kind, slug }: { kind: string; slug: string },
): Promise<void> {
  await db.execute(sql`select pg_notify(${CONTENT_CHANNEL}, ${JSON.stringify({ kind, slug })})`)
}

import { sql } from 'drizzle-orm'
import type { Executor } from '#db/client'

/** The channel on which instances notify each other that live content has changed. */
export const CONTENT_CHANNEL = 'content_changed'

/**
 * Notifies every instance when the surrounding transaction commits. Uses no table. Sends these two names alone, since
 * a payload is limited to 8,000 bytes.
 */
export async function notifyContentChanged(
  db: Executor,
  { kind, slug }: { kind: string; slug: string },
): Promise<void> {
  await db.execute(sql`select pg_notify(${CONTENT_CHANNEL}, ${JSON.stringify({ kind, slug })})`)
}

import { and, desc, eq, isNull, lt, or } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { apiKey } from '#db/schema/api'

export type ApiKeyRow = typeof apiKey.$inferSelect

/**
 * The last use of a key is recorded at this precision, so that a busy key does not write its row at every request.
 */
const LAST_USED_GRAIN_MS = 60_000

/** Adds a key. Served by the primary key. */
export async function insertApiKey(db: Executor, row: typeof apiKey.$inferInsert): Promise<ApiKeyRow> {
  const [inserted] = await db.insert(apiKey).values(row).returning()
  if (!inserted) throw new Error('insert into api_key returned no row')
  return inserted
}

/** The key with this hash, unless it was revoked. Served by api_key_hash_key. */
export async function findApiKeyByHash(db: Executor, hash: string): Promise<ApiKeyRow | null> {
  const rows = await db
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.hash, hash), isNull(apiKey.revokedAt)))
  return rows[0] ?? null
}

/** Records the last use of a key, to the minute. Served by the primary key. */
export async function markApiKeyUsed(db: Executor, id: string, at: Date): Promise<void> {
  const before = new Date(at.getTime() - LAST_USED_GRAIN_MS)
  await db
    .update(apiKey)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKey.id, id), or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, before))))
}

/** All keys, the newest first: there are few, and the whole table is read. */
export async function listApiKeys(db: Executor): Promise<ApiKeyRow[]> {
  return db.select().from(apiKey).orderBy(desc(apiKey.id))
}

/** Revokes a key; null when there is no working key of this id. Served by the primary key. */
export async function revokeApiKey(db: Executor, id: string, at: Date): Promise<ApiKeyRow | null> {
  const rows = await db
    .update(apiKey)
    .set({ revokedAt: at })
    .where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt)))
    .returning()
  return rows[0] ?? null
}

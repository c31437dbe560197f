import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { ApiScope } from '~/domain/access/api-scopes'
import { instant } from './instant'

/** A key by which another system uses the API. The key itself is shown once; only its hash is stored. */
export const apiKey = pgTable(
  'api_key',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** The first characters of the key, by which people tell keys apart. */
    prefix: text().notNull(),
    hash: text().notNull(),
    scopes: text().array().$type<ApiScope[]>().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    createdBy: text('created_by').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [uniqueIndex('api_key_hash_key').on(table.hash)],
)

/**
 * The answer to a request with an Idempotency-Key, so that sending it again gets the same answer. Kept for two days.
 */
export const idempotentAnswer = pgTable(
  'idempotent_answer',
  {
    keyId: uuid('key_id').notNull(),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer().notNull(),
    body: jsonb().$type<unknown>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.keyId, table.key] }),
    index('idempotent_answer_created_idx').on(table.createdAt),
  ],
)

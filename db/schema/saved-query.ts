import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { SavedBody, SavedKind } from '~/domain/insight/saved-query'
import { instant } from './instant'

/** A funnel or a segment that staff saved under a name. One that was removed keeps its row, so that it can come back. */
export const savedQuery = pgTable(
  'saved_query',
  {
    id: uuid().primaryKey(),
    kind: text().$type<SavedKind>().notNull(),
    name: text().notNull(),
    /** The name as names are compared: two of one kind never have the same. */
    nameKey: text('name_key').notNull(),
    body: jsonb().$type<SavedBody>().notNull(),
    /** Counts the changes; a change names the version that it was made on. */
    version: integer().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    changedAt: instant('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    uniqueIndex('saved_query_name_key')
      .on(table.kind, table.nameKey)
      .where(sql`removed_at is null`),
    index('saved_query_kind_idx').on(table.kind),
  ],
)

/** Every version of a saved query as it was. */
export const savedQueryVersion = pgTable(
  'saved_query_version',
  {
    queryId: uuid('query_id')
      .notNull()
      .references(() => savedQuery.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    name: text().notNull(),
    body: jsonb().$type<SavedBody>().notNull(),
    at: instant('at').notNull(),
    by: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.queryId, table.version] })],
)

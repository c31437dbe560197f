import { sql } from 'drizzle-orm'
import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/**
 * Names of rows that were inserted, updated or deleted, written by triggers in the transaction that changed them. Those who
 * keep a copy read the rows by their names. Kept for a day; without a key, so that it can be distributed by visitor.
 */
export const changed = pgTable(
  'changed',
  {
    /** Of an account its own id. */
    visitorId: uuid('visitor_id').notNull(),
    /** Which table; `all` after a truncation, which names no rows. */
    kind: text().notNull(),
    id: uuid().notNull(),
    at: timestamp('at', { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [index('changed_at_idx').on(table.at)],
)

/** One row: which feed of names this is, and from when on it is whole. */
export const changeFeed = pgTable('change_feed', {
  id: uuid().primaryKey(),
  /** No name since this instant was deleted; a trigger raises it. */
  wholeSince: instant('whole_since').notNull(),
})

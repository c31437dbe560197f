import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { visitor } from './trial'

/** Every arrival of a visitor who agreed to be recorded. Ids are in the order of time. */
export const touch = pgTable(
  'touch',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    channel: text().notNull(),
    source: text(),
    medium: text(),
    campaign: text(),
    term: text(),
    content: text(),
    referrer: text(),
    clickName: text('click_name'),
    clickId: text('click_id'),
    share: text(),
    embedHost: text('embed_host'),
  },
  (table) => [primaryKey({ columns: [table.visitorId, table.id] })],
)

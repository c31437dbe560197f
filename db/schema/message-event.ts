import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { MessageFate } from '~/domain/content/message'
import { instant } from './instant'
import { visitor } from './trial'

/** What became of a message that a visitor who agreed to be recorded was shown. Ids are in the order of time. */
export const messageEvent = pgTable(
  'message_event',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    at: instant('at').notNull(),
    /** The slug of the message. */
    message: text().notNull(),
    fate: text().$type<MessageFate>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.visitorId, table.id] })],
)

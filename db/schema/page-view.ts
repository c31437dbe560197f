import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { visitor } from './trial'

/** A page that a visitor who agreed to be recorded looked at. Ids are in the order of time. */
export const pageView = pgTable(
  'page_view',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    at: instant('at').notNull(),
    /** Which page, without what is shown on it. */
    route: text().notNull(),
    /** The slug of the document that is shown on it. */
    document: text(),
    /** By a program that says so itself. */
    bot: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.visitorId, table.id] })],
)

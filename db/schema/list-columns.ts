import { pgTable, text } from 'drizzle-orm/pg-core'
import { authUser } from './auth'

/** The columns of the list of trials that a person chose last, in their order. */
export const listColumns = pgTable('list_columns', {
  personId: text('person_id')
    .primaryKey()
    .references(() => authUser.id, { onDelete: 'cascade' }),
  columns: text().array().notNull(),
})

import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { authUser } from './auth'
import { instant } from './instant'
import { trial } from './trial'

/** What a member of staff noted on a trial. A removed one stays for a day, so that its author can take that back. */
export const trialNote = pgTable(
  'trial_note',
  {
    visitorId: uuid('visitor_id').notNull(),
    id: uuid().notNull(),
    trialId: uuid('trial_id').notNull(),
    text: text().notNull(),
    authorId: text('author_id').references(() => authUser.id, { onDelete: 'set null' }),
    authorName: text('author_name').notNull(),
    at: instant('at').notNull(),
    changedAt: instant('changed_at'),
    removedAt: instant('removed_at'),
    /** Incremented by each change, so that two browsers of one author do not overwrite each other. */
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId, table.id] }),
    index('trial_note_id_idx').on(table.id),
    index('trial_note_trial_idx').on(table.visitorId, table.trialId),
    foreignKey({
      columns: [table.visitorId, table.trialId],
      foreignColumns: [trial.visitorId, trial.id],
    }).onDelete('cascade'),
  ],
)

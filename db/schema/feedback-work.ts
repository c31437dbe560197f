import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { FeedbackState, SpokenKind } from '~/domain/insight/feedback/feedback-state'
import { authUser } from './auth'
import { instant } from './instant'
import { visitor } from './trial'

/** What the team did about something a visitor said. Without a row it is new. */
export const feedbackWork = pgTable(
  'feedback_work',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    /** Of the remark, of the ask, or of the trial that was rated. */
    id: uuid().notNull(),
    kind: text().$type<SpokenKind>().notNull(),
    state: text().$type<FeedbackState>().notNull(),
    assignedTo: text('assigned_to').references(() => authUser.id, { onDelete: 'set null' }),
    /** Of the revision that answers it. */
    revisionId: uuid('revision_id'),
    changedAt: instant('changed_at').notNull(),
    /** Incremented by each change, so that two people do not overwrite each other. */
    version: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.visitorId, table.id] })],
)

import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Locale } from '~/domain/text'
import { authUser } from './auth'
import { instant } from './instant'
import { visitor } from './trial'

export type AskKind = 'quote' | 'sign-up' | 'question' | 'call'
export type AskState = 'new' | 'answered'

/**
 * What a prospect requests of a person, with how to answer. A quote or sign-up shares its id with what the browser
 * reported.
 */
export const ask = pgTable(
  'ask',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    /** The browser in which it was written; other browsers of the same visitor do not show it. */
    browserId: uuid('browser_id').notNull(),
    kind: text().$type<AskKind>().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    company: text().notNull(),
    message: text().notNull(),
    plan: text(),
    trialId: uuid('trial_id'),
    /** The state of the trial at which it was asked, and the last event before it; null outside the player. */
    atState: text('at_state'),
    atSeq: integer('at_seq'),
    locale: text().$type<Locale>().notNull(),
    at: instant('at').notNull(),
    state: text().$type<AskState>().notNull().default('new'),
    assignedTo: text('assigned_to').references(() => authUser.id, { onDelete: 'set null' }),
    note: text().notNull().default(''),
    answeredAt: instant('answered_at'),
    answeredBy: text('answered_by'),
    /** Incremented by each change, so that two people do not overwrite each other. */
    version: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId, table.id] }),
    index('ask_id_idx').on(table.id),
    index('ask_at_idx').on(table.at),
    index('ask_new_idx')
      .on(table.at)
      .where(sql`state = 'new'`),
  ],
)

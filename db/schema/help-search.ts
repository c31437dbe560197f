import { sql } from 'drizzle-orm'
import {
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
  unique,
} from 'drizzle-orm/pg-core'
import type { FeedbackState } from '~/domain/insight/feedback/feedback-state'
import type { Locale } from '~/domain/text'
import { authUser } from './auth'
import { instant } from './instant'
import { visitor } from './trial'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * The words of a published help post in one language, by which it is found. Made from the revision when it is first
 * searched; it may be deleted at any time.
 */
export const helpWords = pgTable(
  'help_words',
  {
    revisionId: uuid('revision_id').notNull(),
    locale: text().$type<Locale>().notNull(),
    /** Folded, each word once. */
    words: text().notNull(),
    vector: tsvector().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.revisionId, table.locale] }),
    index('help_words_vector_idx').using('gin', table.vector),
    index('help_words_words_idx').using('gin', sql`${table.words} gin_trgm_ops`),
  ],
)

/** A search of a visitor who agreed to be recorded, with what could be an address or a number masked. */
export const helpSearch = pgTable(
  'help_search',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    at: instant('at').notNull(),
    query: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    hits: integer().notNull(),
    /** The slug of the post that was opened from the results, the last one. */
    clicked: text(),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId, table.id] }),
    index('help_search_query_idx').on(table.locale, table.query),
  ],
)

/** How often others searched for the same on a day. It says nothing of who they are. */
export const searchCount = pgTable(
  'search_count',
  {
    id: uuid().primaryKey(),
    day: date({ mode: 'string' }).notNull(),
    query: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    searches: integer().notNull(),
    /** Of these, how many found nothing. */
    unanswered: integer().notNull(),
    /** How many led to a post. */
    clicks: integer().notNull().default(0),
  },
  (table) => [unique('search_count_day_idx').on(table.day, table.locale, table.query)],
)

/** What the team did about a search. */
export const searchWork = pgTable(
  'search_work',
  {
    id: uuid().primaryKey(),
    query: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    state: text().$type<FeedbackState>().notNull(),
    assignedTo: text('assigned_to').references(() => authUser.id, { onDelete: 'set null' }),
    revisionId: uuid('revision_id'),
    changedAt: instant('changed_at').notNull(),
    /** Incremented by each change, so that two people do not overwrite each other. */
    version: integer().notNull(),
  },
  (table) => [unique('search_work_query_idx').on(table.locale, table.query)],
)

import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { DocumentFiles } from '~/domain/content/kinds'
import { document } from './content'
import { instant } from './instant'

/** How a review stands. */
export type ReviewState = 'asked' | 'approved' | 'sent-back' | 'withdrawn'

/** One asking for review. It holds the files that were looked at, so that what was approved can go live whatever is edited since. */
export const review = pgTable(
  'review',
  {
    id: uuid().primaryKey(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    draftVersion: integer('draft_version').notNull(),
    files: jsonb().$type<DocumentFiles>().notNull(),
    contentHash: text('content_hash').notNull(),
    state: text().$type<ReviewState>().notNull(),
    note: text().notNull(),
    askedAt: instant('asked_at').notNull(),
    askedBy: text('asked_by').notNull(),
    askedByName: text('asked_by_name').notNull(),
    answer: text().notNull().default(''),
    decidedAt: instant('decided_at'),
    decidedBy: text('decided_by'),
    decidedByName: text('decided_by_name'),
  },
  (table) => [
    index('review_document_idx').on(table.documentId, table.askedAt),
    uniqueIndex('review_asked_key')
      .on(table.documentId)
      .where(sql`state = 'asked'`),
  ],
)

/** How a schedule stands. */
export type ScheduleState = 'waiting' | 'done' | 'failed' | 'cancelled'

/** What will be done to a document at a moment: publish these files, or retire it. */
export const documentSchedule = pgTable(
  'document_schedule',
  {
    id: uuid().primaryKey(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    action: text().$type<'publish' | 'retire'>().notNull(),
    at: instant('at').notNull(),
    state: text().$type<ScheduleState>().notNull(),
    /** To publish: the approved files, and the version of the draft that they were. */
    files: jsonb().$type<DocumentFiles>(),
    draftVersion: integer('draft_version'),
    /** To retire: what to try instead. */
    insteadSlug: text('instead_slug'),
    note: text().notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    /** Until then the instance that took it works on it. */
    leasedUntil: instant('leased_until'),
    endedAt: instant('ended_at'),
    /** The code of the refusal, of one that failed. */
    refusal: text(),
  },
  (table) => [
    uniqueIndex('document_schedule_waiting_key')
      .on(table.documentId, table.action)
      .where(sql`state = 'waiting'`),
    index('document_schedule_due_idx')
      .on(table.at)
      .where(sql`state = 'waiting'`),
    index('document_schedule_document_idx').on(table.documentId, table.createdAt),
  ],
)

/** What somebody says of a place in a draft. */
export const documentComment = pgTable(
  'document_comment',
  {
    id: uuid().primaryKey(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    file: text().notNull(),
    /** Null: the whole file. */
    line: integer(),
    /** The line as it was. */
    quote: text().notNull(),
    words: text().notNull(),
    at: instant('at').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    resolvedAt: instant('resolved_at'),
    resolvedByName: text('resolved_by_name'),
  },
  (table) => [index('document_comment_document_idx').on(table.documentId, table.at)],
)

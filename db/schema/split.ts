import { sql } from 'drizzle-orm'
import {
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { SplitMeasure, SplitSideName } from '~/domain/insight/split/split-plan'
import { document, revision } from './content'
import { instant } from './instant'
import { visitor } from './trial'

/**
 * Two revisions of a document shown to random shares of visitors. All but how it ended is written when it starts and
 * never changes.
 */
export const split = pgTable(
  'split',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    documentId: uuid('document_id')
      .notNull()
      .references(() => document.id),
    /** What was live at the start. The split acts as long as it is live. */
    controlRevisionId: uuid('control_revision_id')
      .notNull()
      .references(() => revision.id),
    /** Null: the document is hidden. */
    variantRevisionId: uuid('variant_revision_id').references(() => revision.id),
    /** Hashed with the visitor's id, so that splits divide visitors independently of each other. */
    salt: text().notNull(),
    variantShare: doublePrecision('variant_share').notNull(),
    measure: text().$type<SplitMeasure>().notNull(),
    followUpDays: integer('follow_up_days').notNull(),
    baseline: doublePrecision().notNull(),
    least: doublePrecision().notNull(),
    startedAt: instant('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    stoppedAt: instant('stopped_at'),
    stoppedBy: text('stopped_by'),
    /** Why it was stopped, in the words of whoever did. */
    stopNote: text('stop_note').notNull().default(''),
  },
  (table) => [
    uniqueIndex('split_running_key')
      .on(table.documentId)
      .where(sql`stopped_at is null`),
    index('split_document_idx').on(table.documentId),
  ],
)

/** When a visitor was first shown their side of a split. */
export const splitExposure = pgTable(
  'split_exposure',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    splitId: uuid('split_id')
      .notNull()
      .references(() => split.id, { onDelete: 'cascade' }),
    side: text().$type<SplitSideName>().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.visitorId, table.splitId] })],
)

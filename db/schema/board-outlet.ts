import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Locale } from '~/domain/text'
import type { Frequency } from '~/domain/schedule/next-occurrence'
import { instant } from './instant'

/** A read-only link to one view of a board. */
export const boardShare = pgTable(
  'board_share',
  {
    id: uuid().primaryKey(),
    /** The token itself is shown once and not stored. */
    tokenHash: text('token_hash').notNull(),
    board: text().notNull(),
    parameters: jsonb().$type<Record<string, string>>().notNull(),
    /** The figures as they were; null: computed when it is opened. */
    frozen: jsonb().$type<unknown>(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    openedAt: instant('opened_at'),
    openings: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex('board_share_token_key').on(table.tokenHash),
    index('board_share_created_idx').on(table.createdAt),
  ],
)

/** A board that is mailed by a schedule, in the time zone of the workspace. */
export const boardMail = pgTable(
  'board_mail',
  {
    id: uuid().primaryKey(),
    board: text().notNull(),
    parameters: jsonb().$type<Record<string, string>>().notNull(),
    locale: text().$type<Locale>().notNull(),
    frequency: text().$type<Frequency>().notNull(),
    /** Monday is 1; for weekly ones. */
    weekday: smallint(),
    /** Of the month; for monthly ones. */
    dayOfMonth: smallint('day_of_month'),
    hour: smallint().notNull(),
    ownerId: text('owner_id').notNull(),
    ownerName: text('owner_name').notNull(),
    createdAt: instant('created_at').notNull(),
    pausedAt: instant('paused_at'),
    nextAt: instant('next_at').notNull(),
    /** The last occurrence that was handled, and what became of it. */
    lastAt: instant('last_at'),
    lastResult: text('last_result'),
  },
  (table) => [
    index('board_mail_next_idx')
      .on(table.nextAt)
      .where(sql`paused_at is null`),
  ],
)

/** Who gets it. Those who unsubscribed are kept. */
export const boardMailReader = pgTable(
  'board_mail_reader',
  {
    boardMailId: uuid('board_mail_id')
      .notNull()
      .references(() => boardMail.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    tokenHash: text('token_hash').notNull(),
    /** The last message to them in the outbox. */
    mailId: uuid('mail_id'),
    unsubscribedAt: instant('unsubscribed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.boardMailId, table.email] }),
    uniqueIndex('board_mail_reader_token_key').on(table.tokenHash),
  ],
)

import { date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Locale } from '~/domain/text'
import { instant } from './instant'

export type MailKind = 'verify-address' | 'new-ask' | 'alert' | 'board'
export type MailState = 'waiting' | 'sent' | 'failed'

/**
 * The outbox: messages are written in the transaction that causes them, and sent by a job when there is a mail server.
 */
export const mail = pgTable(
  'mail',
  {
    id: uuid().primaryKey(),
    /** The visitor it is about, so that erasing finds it. */
    visitorId: uuid('visitor_id'),
    kind: text().$type<MailKind>().notNull(),
    to: text().notNull(),
    locale: text().$type<Locale>().notNull(),
    subject: text().notNull(),
    /** Emptied once sent where it contains a secret. */
    text: text().notNull(),
    html: text().notNull(),
    /** The address at which its reader asks for no more of the kind; null where it is no series. */
    unsubscribe: text(),
    createdAt: instant('created_at').notNull(),
    /** Not sent after this. */
    expiresAt: instant('expires_at'),
    state: text().$type<MailState>().notNull().default('waiting'),
    /** When a job was created for it. */
    queuedAt: instant('queued_at'),
    /** Until then one instance has the right to send it. */
    leasedUntil: instant('leased_until'),
    attempts: integer().notNull().default(0),
    sentAt: instant('sent_at'),
    /** Why the last attempt failed, without the text of the message. */
    problem: text(),
  },
  (table) => [
    index('mail_created_idx').on(table.createdAt),
    index('mail_state_idx').on(table.state, table.createdAt),
    index('mail_visitor_idx').on(table.visitorId),
  ],
)

/** How many messages somebody caused on one day, under a keyed name of that day that identifies nobody. */
export const mailAllowance = pgTable(
  'mail_allowance',
  {
    day: date().notNull(),
    name: text().notNull(),
    used: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.name] })],
)

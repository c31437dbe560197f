import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** What was paid for a channel, a source or a campaign in a period. It is about no visitor. */
export const cost = pgTable(
  'cost',
  {
    id: uuid().primaryKey(),
    channel: text().notNull(),
    /** Empty: for the channel as a whole. */
    source: text().notNull().default(''),
    /** Empty: for the source as a whole. */
    campaign: text().notNull().default(''),
    /** Days of the workspace's calendar, both included. */
    firstDay: date('first_day').notNull(),
    lastDay: date('last_day').notNull(),
    value: numeric({ precision: 18, scale: 4, mode: 'number' }).notNull(),
    /** ISO 4217. */
    currency: text().notNull(),
    /** Tells apart costs that agree in all else, such as two invoices. */
    reference: text().notNull().default(''),
    /** Made by the product itself, like simulated trials. */
    simulated: boolean().notNull().default(false),
    /** Raised by every change; a change names the one that it saw. */
    version: integer().notNull().default(1),
    changedAt: instant('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
    /** Kept, so that removing can be undone; counted nowhere. */
    removedAt: instant('removed_at'),
  },
  (table) => [
    uniqueIndex('cost_key')
      .on(
        table.channel,
        table.source,
        table.campaign,
        table.firstDay,
        table.lastDay,
        table.currency,
        table.reference,
        table.simulated,
      )
      .where(sql`removed_at is null`),
    index('cost_last_day_idx').on(table.lastDay),
  ],
)

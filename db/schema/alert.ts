import { sql } from 'drizzle-orm'
import { bigint, date, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AlertDirection, AlertMeasure } from '~/domain/insight/alerts/alert-measures'
import type { AlertEntryKind, AlertState } from '~/domain/insight/alerts/alert-states'
import type { RangeVerdict } from '~/domain/insight/usual-range'
import { instant } from './instant'

/** A measure that left its usual range, until it is back. */
export const alert = pgTable(
  'alert',
  {
    id: uuid().primaryKey(),
    measure: text().$type<AlertMeasure>().notNull(),
    direction: text().$type<AlertDirection>().notNull(),
    /** Of which trials: empty texts are all. */
    demo: text().notNull(),
    channel: text().notNull(),
    /** Id of an account; empty for an alert of none. */
    account: text().notNull().default(''),
    state: text().$type<AlertState>().notNull(),
    /** The first day outside, and the last one that was judged. */
    firstDay: date('first_day').notNull(),
    lastDay: date('last_day').notNull(),
    /** What explains it: the verdict of the last day that was judged. */
    verdict: jsonb().$type<RangeVerdict>().notNull(),
    /** The watermark of that verdict, in milliseconds. */
    watermark: bigint({ mode: 'number' }).notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
  },
  (table) => [
    uniqueIndex('alert_open_key')
      .on(table.measure, table.direction, table.demo, table.channel, table.account)
      .where(sql`state <> 'closed'`),
    index('alert_opened_idx').on(table.openedAt),
  ],
)

/** What happened to an alert, in order. */
export const alertEntry = pgTable(
  'alert_entry',
  {
    id: uuid().primaryKey(),
    alertId: uuid('alert_id')
      .notNull()
      .references(() => alert.id, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    kind: text().$type<AlertEntryKind>().notNull(),
    /** Who; null for Foyer itself. */
    byName: text('by_name'),
    verdict: jsonb().$type<RangeVerdict>(),
  },
  (table) => [index('alert_entry_alert_idx').on(table.alertId, table.id)],
)

/** Measures that are not watched, with who said so. */
export const alertSwitch = pgTable('alert_switch', {
  measure: text().$type<AlertMeasure>().primaryKey(),
  offSince: instant('off_since').notNull(),
  offBy: text('off_by').notNull(),
})

/** The days that were judged, so that each is judged once whatever the number of instances. */
export const alertDay = pgTable('alert_day', {
  day: date().primaryKey(),
  judgedAt: instant('judged_at').notNull(),
})

/** People who are told of alerts by mail. */
export const alertReader = pgTable('alert_reader', {
  personId: text('person_id').primaryKey(),
  locale: text().$type<'en' | 'es' | 'zh'>().notNull(),
  since: instant('since').notNull(),
})

export type WebhookDeliveryState = 'waiting' | 'sent' | 'failed'

/** An address of another system that is told of alerts and of what is published or retired. */
export const webhook = pgTable('webhook', {
  id: uuid().primaryKey(),
  url: text().notNull(),
  /** Encrypted with a key of the server's secret: it is needed to sign. */
  secret: text().notNull(),
  createdAt: instant('created_at').notNull(),
  createdBy: text('created_by').notNull(),
})

/** One message to a webhook, with what became of it. */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    webhookId: uuid('webhook_id')
      .notNull()
      .references(() => webhook.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    event: text().notNull(),
    body: text().notNull(),
    state: text().$type<WebhookDeliveryState>().notNull().default('waiting'),
    attempts: bigint({ mode: 'number' }).notNull().default(0),
    createdAt: instant('created_at').notNull(),
    /** Not tried again before. While it is tried, until when one instance has the right to. */
    nextAt: instant('next_at').notNull(),
    sentAt: instant('sent_at'),
    /** The status of the last answer, or why there was none. */
    answer: text(),
  },
  (table) => [
    primaryKey({ columns: [table.webhookId, table.id] }),
    index('webhook_delivery_waiting_idx')
      .on(table.nextAt)
      .where(sql`state = 'waiting'`),
  ],
)

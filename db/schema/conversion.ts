import { sql } from 'drizzle-orm'
import { boolean, index, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Goal } from '~/domain/insight/conversion-terms'
import { visitor } from './trial'
import { instant } from './instant'

/** Who reported it: the visitor's own browser, a system by the API, or a person by a file. */
export type ConversionSource = 'browser' | 'api' | 'csv'
/** How its visitor was found. */
export type MatchedBy = 'session' | 'visitor' | 'trial' | 'resume-link' | 'email' | 'hand'

/** Columns of a conversion whether its visitor is known or not. */
const reportColumns = () => ({
  goal: text().$type<Goal>().notNull(),
  /** When it happened, which may be long before it was reported. */
  at: instant('at').notNull().defaultNow(),
  source: text().$type<ConversionSource>().notNull().default('browser'),
  /** The name of the key or of the person that reported it. */
  reportedBy: text('told_by').notNull().default(''),
  /** Its id in the system that reported it; our id is derived from it. */
  externalId: text('external_id'),
  /** Its value in `currency`, an ISO 4217 code. Both are set, or neither. */
  value: numeric({ precision: 18, scale: 4, mode: 'number' }),
  currency: text(),
  /** SHA-256 of the trimmed address in lower case. */
  emailHash: text('email_hash'),
  /** Hash of everything that was sent, so that a repeated report is recognised. */
  sentHash: text('sent_hash'),
  /** When the sender's data was last updated; older data corrects nothing. */
  asOf: instant('as_of'),
  recordedAt: instant('recorded_at').notNull().defaultNow(),
  correctedAt: instant('corrected_at'),
  /** It did not happen after all: kept, but counted by no board. */
  withdrawnAt: instant('withdrawn_at'),
  withdrawnReason: text('withdrawn_reason'),
})

/** A goal that a visitor reached: a sign-up, a quote asked, a purchase. `trialId` is the trial it is credited to. */
export const conversion = pgTable(
  'conversion',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    trialId: uuid('trial_id'),
    matchedBy: text('matched_by').$type<MatchedBy>().notNull().default('session'),
    /** Found by an address that its visitor typed and did not verify: whoever verifies the address takes it over. */
    unverified: boolean().notNull().default(false),
    ...reportColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId, table.id] }),
    index('conversion_id_idx').on(table.id),
    index('conversion_at_idx').on(table.at),
    index('conversion_trial_idx').on(table.visitorId, table.trialId),
    index('conversion_unverified_idx')
      .on(table.emailHash)
      .where(sql`unverified`),
  ],
)

/** A conversion whose visitor is not known (yet). It names nobody: ids that matched nobody are not stored. */
export const unmatchedConversion = pgTable(
  'unmatched_conversion',
  {
    id: uuid().primaryKey(),
    ...reportColumns(),
    /** By what its visitor was searched for. */
    sought: text().array().$type<MatchedBy[]>().notNull(),
  },
  (table) => [
    index('unmatched_conversion_email_idx').on(table.emailHash),
    index('unmatched_conversion_at_idx').on(table.at),
  ],
)

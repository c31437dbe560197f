import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { visitor } from './trial'
import { instant } from './instant'

/**
 * The addresses that a visitor typed, hashed, by browser. A typed address is only a hint; a verified one is theirs.
 */
export const visitorContact = pgTable(
  'visitor_contact',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    browserId: uuid('browser_id').notNull(),
    emailHash: text('email_hash').notNull(),
    domain: text(),
    at: instant('at').notNull(),
    verifiedAt: instant('verified_at'),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId, table.browserId, table.emailHash] }),
    index('visitor_contact_email_idx').on(table.emailHash),
    index('visitor_contact_domain_idx').on(table.domain),
  ],
)

/**
 * A message that verifies an address: its link verifies the browser that opens it, its code the browser in which the
 * address was typed. Each works once; only their hashes are stored.
 */
export const addressCheck = pgTable(
  'address_check',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    browserId: uuid('browser_id').notNull(),
    emailHash: text('email_hash').notNull(),
    domain: text(),
    linkHash: text('link_hash').notNull(),
    codeHash: text('code_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    linkUsedAt: instant('link_used_at'),
    codeUsedAt: instant('code_used_at'),
    /** Codes tried; the number is limited. */
    codesTried: integer('codes_tried').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId, table.id] }),
    index('address_check_link_idx').on(table.linkHash),
    index('address_check_expires_idx').on(table.expiresAt),
  ],
)

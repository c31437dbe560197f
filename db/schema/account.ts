import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { visitor } from './trial'
import { instant } from './instant'

/** How a visitor joined an account. Never a guess. */
export type JoinedBy = 'domain' | 'invitation' | 'hand'

/** A company that visitors belong to. One that was merged into another counts as that one until it is unmerged. */
export const account = pgTable(
  'account',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    mergedInto: uuid('merged_into').references((): AnyPgColumn => account.id),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [index('account_merged_idx').on(table.mergedInto)],
)

/** A domain of work e-mail: a visitor who verifies an address of it joins its account. */
export const accountDomain = pgTable(
  'account_domain',
  {
    domain: text().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    addedAt: instant('added_at').notNull(),
  },
  (table) => [index('account_domain_account_idx').on(table.accountId)],
)

/**
 * A visitor in an account, at most one. A visitor who was removed by hand keeps a row, and does not join by domain
 * again.
 */
export const accountMember = pgTable(
  'account_member',
  {
    visitorId: uuid('visitor_id')
      .notNull()
      .references(() => visitor.visitorId, { onDelete: 'cascade' }),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    joinedBy: text('joined_by').$type<JoinedBy>().notNull(),
    joinedAt: instant('joined_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId] }),
    index('account_member_account_idx').on(table.accountId),
  ],
)

/** A link by which whoever has it joins an account. Shown once; only its hash is stored. */
export const accountInvitation = pgTable(
  'account_invitation',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    used: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex('account_invitation_token_key').on(table.tokenHash),
    index('account_invitation_account_idx').on(table.accountId),
  ],
)

import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** A sign-up farm: many visitors of one network on one day, or of one disposable domain. Its trials refer to it. */
export const farm = pgTable(
  'farm',
  {
    id: uuid().primaryKey(),
    kind: text().$type<'network' | 'domain'>().notNull(),
    /** The domain, or the network's name of that day, which is emptied together with that of the trials. */
    mark: text(),
    foundAt: instant('found_at').notNull(),
    lastAt: instant('last_at').notNull(),
    dismissedAt: instant('dismissed_at'),
    dismissedBy: text('dismissed_by'),
    dismissedReason: text('dismissed_reason'),
  },
  (table) => [
    uniqueIndex('farm_mark_key').on(table.kind, table.mark),
    index('farm_found_idx').on(table.foundAt),
  ],
)

/** Counts that remain of purged trials, by the month in which they began (UTC, `2026-03`). */
export const pastTrials = pgTable(
  'past_trials',
  {
    month: text().notNull(),
    demoSlug: text('demo_slug').notNull(),
    plan: text().notNull(),
    flagged: boolean().notNull(),
    trials: integer().notNull(),
    finished: integer().notNull(),
    converted: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.month, table.demoSlug, table.plan, table.flagged] })],
)

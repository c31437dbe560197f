import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { RemarkKind } from '~/domain/trial/remark'
import type { Locale } from '~/domain/text'
import { instant } from './instant'
import { trial } from './trial'

/** What a prospect said at one moment of a trial; said again under the same id it is replaced. */
export const remark = pgTable(
  'remark',
  {
    visitorId: uuid('visitor_id').notNull(),
    id: uuid().notNull(),
    trialId: uuid('trial_id').notNull(),
    kind: text().$type<RemarkKind>().notNull(),
    text: text().notNull().default(''),
    state: text().notNull(),
    /** The last event before it; 0 at the start. */
    seq: integer().notNull(),
    /** Trial time in milliseconds. */
    atMs: bigint('at_ms', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    locale: text().$type<Locale>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.visitorId, table.id] }),
    index('remark_trial_idx').on(table.visitorId, table.trialId),
    foreignKey({
      columns: [table.visitorId, table.trialId],
      foreignColumns: [trial.visitorId, trial.id],
    }).onDelete('cascade'),
  ],
)

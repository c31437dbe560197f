import { date, doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Stage } from '~/domain/insight/stages/stages'
import { authUser } from './auth'
import { instant } from './instant'

/** The history of each stage's target and owner: rows are only added, numbered within their stage. */
export const stageTarget = pgTable(
  'stage_target',
  {
    stage: text().$type<Stage>().notNull(),
    version: integer().notNull(),
    /** The version that this one undoes. */
    undoes: integer(),
    holdsFrom: date('holds_from', { mode: 'string' }).notNull(),
    target: doublePrecision(),
    ownerId: text('owner_id').references(() => authUser.id, { onDelete: 'set null' }),
    setAt: instant('set_at').notNull(),
    setBy: text('set_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.stage, table.version] })],
)

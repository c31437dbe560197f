import { findListColumns } from '#db/queries/list-columns'
import { DEFAULT_COLUMNS, formatColumns, parseColumns } from '~/domain/insight/trial-column'
import { verb } from '~/platform/verb/verb'

/** The columns that the person who acts chose last, as an address has them; null for the usual ones. */
export const findOwnColumns = verb({ permission: 'trials.read' }, async ({ ctx }): Promise<string | null> => {
  const kept = ctx.actor.kind === 'staff' ? await findListColumns(ctx.db, ctx.actor.id) : null
  const text = kept?.join(',') ?? ''
  return parseColumns(text) === null || text === formatColumns(DEFAULT_COLUMNS) ? null : text
})

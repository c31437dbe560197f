import { listRemovedRows, listSavedRows } from '#db/queries/saved-queries'
import { verb } from '~/platform/verb/verb'
import { boardQuerySchema } from '../filter/board-query'
import { openView } from '../filter/open-view.server'
import type { SavedFunnels } from './funnel-views'
import { readChoices } from './open-funnel.server'

/** The saved funnels, with the names of what their steps name. */
export const listSavedFunnels = verb(
  { permission: 'boards.read' },
  async ({ ctx }): Promise<SavedFunnels> => {
    const view = await openView(ctx, boardQuerySchema.parse({ range: 'all' }))
    const [saved, removed, words] = await Promise.all([
      listSavedRows(ctx.db, 'funnel'),
      listRemovedRows(ctx.db, 'funnel'),
      readChoices(ctx, view),
    ])
    return { saved, removed, ...words, timeZone: view.period.timeZone }
  },
)

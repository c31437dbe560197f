import { listRemovedRows, listSavedRows } from '#db/queries/saved-queries'
import { verb } from '~/platform/verb/verb'
import type { SavedList } from './saved-views'
import { savedKindSchema } from './saved-schemas'

/** The saved funnels or segments, and those that were removed lately. */
export const listSavedQueries = verb(
  { permission: 'boards.read', input: savedKindSchema },
  async ({ ctx, input: { kind } }): Promise<SavedList> => {
    const [saved, removed] = await Promise.all([listSavedRows(ctx.db, kind), listRemovedRows(ctx.db, kind)])
    return { saved, removed }
  },
)

import { countNewTrials } from '#db/columns/boards/new-trials'
import { parseTrialSet } from '~/domain/insight/trial-set'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { trialListSchema } from '../filter/board-query'
import { openView } from '../filter/open-view.server'

/** How many trials a page would show in addition, if it were opened again. */
export interface NewTrials {
  count: number
  /** The moment that the count holds for. */
  asOfMs: number
}

/** Trials that a view of a board, which names its watermark, does not have yet. */
export const watchNewTrials = verb(
  { permission: 'boards.read', input: querySchema(trialListSchema) },
  async ({ ctx, input: { query: seen } }): Promise<NewTrials> => {
    const set = parseTrialSet(seen.set) ?? { name: 'started' }
    const { reader, scope } = await openView(ctx, { ...seen, asOf: undefined })
    const sinceMs = seen.asOf ?? reader.asOfMs
    const count =
      sinceMs >= reader.asOfMs
        ? 0
        : await countNewTrials(reader, { scope, set, search: seen.search }, sinceMs)
    return { count, asOfMs: reader.asOfMs }
  },
)

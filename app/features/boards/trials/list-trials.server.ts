import { readSetCount } from '#db/columns/boards/count-sets'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { listTrialRows } from '#db/columns/boards/list-trials'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import { parseTrialSet } from '~/domain/insight/trial-set'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import type { TrialListQuery } from '../filter/board-query'
import { trialListSchema } from '../filter/board-query'
import type { TrialList } from '../figures/board-views'
import { openView } from '../filter/open-view.server'
import { demoNamesOf } from '../filter/demo-names.server'

const PAGE_LENGTH = 50

/** The trials behind a number, a page at a time. Its set is counted by the same definition as the number. */
export const listTrials = verb(
  { permission: 'trials.read', input: querySchema(trialListSchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<TrialList> => {
    const set = parseTrialSet(asked.set) ?? { name: 'started' }
    const { query, reader, scope, period } = await openView(ctx, asked)
    const { sort, direction, search, after, before } = query
    const page = { scope, set, search, sort, direction, after, before, limit: PAGE_LENGTH + 1 }
    const [read, count, choices] = await Promise.all([
      listTrialRows(reader, page),
      readSetCount(reader, scope, set, search),
      readFilterChoices(reader, scope),
    ])
    const { trials, previous, next } = cutPage(read, query)
    const demos = new Set([...trials.map((trial) => trial.demo), ...choices.demos])
    return {
      query,
      leftOut,
      set,
      period,
      choices,
      count,
      trials,
      previous,
      next,
      names: await demoNamesOf(ctx, demos),
    }
  },
)

/** One row more than a page was read, at the far end: it says only that there is more. */
function cutPage(read: ListedTrial[], { after, before }: TrialListQuery) {
  const more = read.length > PAGE_LENGTH
  const backwards = before !== undefined
  const trials = backwards && more ? read.slice(1) : read.slice(0, PAGE_LENGTH)
  const [first, last] = [trials[0]?.id ?? null, trials.at(-1)?.id ?? null]
  return {
    trials,
    previous: (backwards ? more : after !== undefined) ? first : null,
    next: (backwards ? true : more) ? last : null,
  }
}

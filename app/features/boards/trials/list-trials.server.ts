import { readSetCount } from '#db/queries/boards/count-sets'
import { filterChoices } from '#db/queries/boards/filter-choices'
import { listTrialRows as queryTrials } from '#db/queries/boards/list-trials'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import { parseTrialSet } from '~/domain/insight/trial-set'
import { forReading } from '~/platform/context/context'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import type { TrialListQuery } from '../filter/board-query'
import { trialListSchema } from '../filter/board-query'
import type { TrialList } from '../figures/board-views'
import { readScope } from '../filter/board-scope.server'
import { demoNamesOf } from '../filter/demo-names.server'

const PAGE_LENGTH = 50

/** The trials behind a number, a page at a time. Its set is counted by the same definition as the number. */
export const listTrials = verb(
  { permission: 'trials.read', input: querySchema(trialListSchema) },
  async ({ ctx: asked, input: { query, leftOut } }): Promise<TrialList> => {
    const ctx = forReading(asked)
    const set = parseTrialSet(query.set) ?? { name: 'started' }
    const { scope, period } = await readScope(ctx, query)
    const { sort, direction, after, before } = query
    const page = { scope, set, sort, direction, after, before, limit: PAGE_LENGTH + 1 }
    const [read, count, choices] = await Promise.all([
      queryTrials(ctx.db, page),
      readSetCount(ctx.db, scope, set),
      filterChoices(ctx.db, scope),
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

import type { TrialSort } from '~/domain/insight/trial-sort'
import { paths } from '~/paths'
import type { TrialListQuery } from '../filter/board-query'
import { boardParams } from '../filter/board-query'

type Params = Record<string, string | undefined>

/** What a list was asked for beside the filter: demo, set and order, without what is so by default. */
export function keptParams({ demo, set, sort, direction }: TrialListQuery): Params {
  return {
    demo,
    set: set === 'started' ? undefined : set,
    sort: sort === 'started' ? undefined : sort,
    direction: direction === 'desc' ? undefined : direction,
  }
}

/** The whole of a list's address, but for the place in it. */
export function listParams(query: TrialListQuery): Params {
  return { ...keptParams(query), ...boardParams(query) }
}

/** The same list in another order: greatest first, or turned round when it is so already. */
export function sortHref(query: TrialListQuery, sort: TrialSort): string {
  const turned = query.sort === sort && query.direction === 'desc'
  return paths.trialList({ ...listParams(query), sort, direction: turned ? 'asc' : undefined })
}

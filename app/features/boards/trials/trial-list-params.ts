import type { TrialSort } from '~/domain/insight/trial-sort'
import { paths } from '~/paths'
import type { TrialListQuery } from '../filter/board-query'
import { boardParams } from '../filter/board-query'

type Params = Record<string, string | undefined>

/** The parameters of a list besides the filter: demo, set and order, without defaults. */
export function keptParams({ demo, set, sort, direction }: TrialListQuery): Params {
  return {
    demo,
    set: set === 'started' ? undefined : set,
    sort: sort === 'started' ? undefined : sort,
    direction: direction === 'desc' ? undefined : direction,
  }
}

/** The full address of a list, without the position in it. */
export function listParams(query: TrialListQuery): Params {
  return { ...keptParams(query), ...boardParams(query) }
}

/** The address of the same list sorted by a column: descending, or reversed if already sorted by it. */
export function sortHref(query: TrialListQuery, sort: TrialSort): string {
  const turned = query.sort === sort && query.direction === 'desc'
  return paths.trialList({ ...listParams(query), sort, direction: turned ? 'asc' : undefined })
}

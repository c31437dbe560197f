import type { TrialColumn } from '~/domain/insight/trial-column'
import { paths } from '~/paths'
import type { TrialListQuery } from '../filter/board-query'
import { boardParams } from '../filter/board-query'

type Params = Record<string, string | undefined>

/** The parameters of a list besides the filter: demo, set, search, columns and order, without defaults. */
export function keptParams({ demo, set, compare, search, columns, sort, direction }: TrialListQuery): Params {
  return {
    demo,
    compare,
    search,
    columns,
    set: set === 'started' ? undefined : set,
    sort: sort === 'started' ? undefined : sort,
    direction: direction === 'desc' ? undefined : direction,
  }
}

/** The full address of a list, without the position in it. */
export function listParams(query: TrialListQuery): Params {
  return { ...keptParams(query), ...boardParams(query) }
}

/** The same as of now: what changes which trials are listed shows the present ones. */
export const currentParams = (query: TrialListQuery): Params => ({ ...listParams(query), asOf: undefined })

/** The address of the same list sorted by a column: descending, or reversed if already sorted by it. */
export function sortHref(query: TrialListQuery, sort: TrialColumn): string {
  const turned = query.sort === sort && query.direction === 'desc'
  return paths.trialList({ ...listParams(query), sort, direction: turned ? 'asc' : undefined })
}

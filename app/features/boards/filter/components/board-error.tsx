import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import type { FilterChoices } from '~/domain/insight/filter-choices'
import { ErrorScreen } from '~/ui/error-screen'
import { boardParams, readableQuery } from '../board-query'
import { filterFields } from '../filter-fields'
import { useSegmentNames } from '../segment-names'
import { useValueNames } from '../use-value-names'
import { FilterPanel } from './filter-panel'
import { RangeLinks } from './range-links'

/** The filter choices when the figures could not be read: only the selected values. */
const NO_CHOICES: FilterChoices = {
  ...{ demos: [], revisions: [], plans: [], roles: [], locales: [], channels: [], devices: [], accounts: [] },
  ...{ simulated: 0, flagged: 0 },
}

/** Parameters of lists that are not of the filter. */
const KEPT = ['demo', 'set', 'search', 'columns', 'sort', 'direction']

/** The error page of a board, with the requested filter, so that it can be narrowed. */
export function BoardError() {
  const error = useRouteError()
  const isRefused = isRouteErrorResponse(error) && error.status < 500
  return (
    <div className="grid gap-6">
      {isRefused ? null : <AskedFilter />}
      <ErrorScreen />
    </div>
  )
}

function AskedFilter() {
  const { pathname, search } = useLocation()
  const parameters = Object.fromEntries(new URLSearchParams(search))
  const query = { ...readableQuery(parameters), asOf: undefined }
  const nameOf = useValueNames(NO_NAMES)
  const segments = useSegmentNames()
  const kept = Object.fromEntries(KEPT.map((name) => [name, parameters[name]]))
  const { range, flagged, simulated, unit, goal } = boardParams(query)
  return (
    <div className="grid justify-items-start gap-3">
      <RangeLinks query={query} hrefOf={(params) => withParams(pathname, { ...kept, ...params })} />
      <FilterPanel
        query={query}
        fields={filterFields(query, { ...NO_CHOICES, ...segments }, nameOf, true)}
        action={pathname}
        kept={{ ...kept, range, flagged, simulated, unit, goal }}
      />
    </div>
  )
}

const NO_NAMES: [] = []

function withParams(path: string, params: Record<string, string | undefined>): string {
  const given = Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

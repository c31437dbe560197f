import { z } from 'zod'
import type { FlowSet, FlowTerms } from '~/domain/insight/path-flow/flow-set'
import { FLOW_SOURCES } from '~/domain/insight/path-flow/sequence'
import { paths } from '~/paths'
import { trialsHref } from '../filter/board-links'
import { boardParams, boardQuerySchema, defaulted, optional } from '../filter/board-query'

const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/)

const FEWEST_COLUMNS = 2
const MOST_COLUMNS = 10
const COLUMNS = 5

/** The columns that can be chosen. */
export const COLUMN_CHOICES = Array.from(
  { length: MOST_COLUMNS - FEWEST_COLUMNS + 1 },
  (_, index) => FEWEST_COLUMNS + index,
)

/** The parameters of the paths of a demo: the filter, what paths are made of, from where, to where, in how many columns. */
export const demoPathsSchema = boardQuerySchema.extend({
  slug: z.coerce.string(),
  of: defaulted(z.enum(FLOW_SOURCES).default('states')),
  start: optional(id),
  end: optional(id),
  columns: defaulted(z.coerce.number().int().min(FEWEST_COLUMNS).max(MOST_COLUMNS).default(COLUMNS)),
})

export type PathsQuery = Omit<z.infer<typeof demoPathsSchema>, 'slug'>

/** What the query asks for. */
export function flowTerms({ of, start, end, columns }: PathsQuery): FlowTerms {
  return { of, ...(start && { start }), ...(end && { end }), steps: columns - 1 }
}

/** The parameters besides the filter, without defaults. */
export function drawnParams({ of, start, end, columns }: PathsQuery): Record<string, string | undefined> {
  return {
    of: of === 'states' ? undefined : of,
    start,
    end,
    columns: columns === COLUMNS ? undefined : String(columns),
  }
}

/** The same board with other choices. */
export function pathsHref(slug: string, query: PathsQuery, changes: Partial<PathsQuery> = {}): string {
  const changed = { ...query, ...changes }
  return paths.demoPaths(slug, { ...drawnParams(changed), ...boardParams(changed) })
}

/** The list of exactly the trials that a number of the diagram counts. */
export function flowHref(slug: string, query: PathsQuery, part: FlowSet['part']): string {
  return trialsHref(query, { flow: flowTerms(query), part }, slug)
}

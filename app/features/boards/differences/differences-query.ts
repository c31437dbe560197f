import { z } from 'zod'
import type { BreakdownMeasure } from '~/domain/insight/breakdown/measures'
import type { PlainSet } from '~/domain/insight/trial-set'
import { trialsHref } from '../filter/board-links'
import { boardQuerySchema, defaulted } from '../filter/board-query'

export const COMPARED_BY = ['plan', 'role'] as const

/** What is compared, completion first. */
export const COMPARED_MEASURES = [
  'completion',
  'tasks',
  'score',
  'rating',
  'detours',
  'active',
  'asked',
  'converted',
] as const satisfies readonly BreakdownMeasure[]
export type ComparedMeasure = (typeof COMPARED_MEASURES)[number]

/** The parameters of the differences of a demo: the filter, and what stands side by side. */
export const differencesSchema = boardQuerySchema.extend({
  slug: z.coerce.string(),
  by: defaulted(z.enum(COMPARED_BY).default('plan')),
})

export type DifferencesQuery = Omit<z.infer<typeof differencesSchema>, 'slug'>

/** The list of exactly the trials of a plan or role that are in the set. */
export function valueHref(slug: string, query: DifferencesQuery, value: string, name: PlainSet): string {
  return trialsHref({ ...query, [query.by]: value }, { name }, slug)
}

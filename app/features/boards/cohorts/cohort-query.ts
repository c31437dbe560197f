import { z } from 'zod'
import type { Cohort } from '~/domain/insight/cohorts/cohort-table'
import { COHORT_MEASURES, type CohortSet } from '~/domain/insight/cohorts/cohort-terms'
import type { TrialSet } from '~/domain/insight/trial-set'
import { trialsHref } from '../filter/board-links'
import { boardParams, boardQuerySchema, defaulted, demoSlug, optional } from '../filter/board-query'

/** The parameters of the cohorts: the filter, and what is followed. */
export const cohortSchema = boardQuerySchema.extend({
  demo: optional(demoSlug),
  follow: defaulted(z.enum(COHORT_MEASURES).default('returned')),
})

export type CohortQuery = z.infer<typeof cohortSchema>

type Params = Record<string, string | undefined>

/** The parameters besides the filter, without defaults. */
export const keptCohortParams = ({ demo, follow }: CohortQuery): Params => ({
  demo,
  follow: follow === 'returned' ? undefined : follow,
})

/** The full address. */
export const cohortParams = (query: CohortQuery): Params => ({
  ...keptCohortParams(query),
  ...boardParams(query),
})

/** The new visitors of some days, or of the whole period, who are in a set. */
export function cohortHref(
  query: CohortQuery,
  days: Pick<Cohort, 'first' | 'last'> | null,
  set: TrialSet,
): string {
  const within = days ? { ...query, from: days.first, to: days.last } : query
  return trialsHref(within, set, query.demo)
}

/** Everybody of a cohort. */
export const EVERYBODY: TrialSet = { unit: 'visitor', state: 'all' }

/** The set of a cell's numerator, or of its denominator. */
export const cellSet = ({ follow }: CohortQuery, week: number, part: 'happened' | 'followed'): CohortSet => ({
  cohort: part === 'followed' ? 'followed' : follow,
  week,
})

import { readCohortTallies } from '#db/columns/boards/cohorts/cohort-tallies'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { cohortTable } from '~/domain/insight/cohorts/cohort-table'
import { WEEKS } from '~/domain/insight/cohorts/cohort-terms'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { demoNamesOf } from '../filter/demo-names.server'
import { openView } from '../filter/open-view.server'
import { cohortSchema } from './cohort-query'
import type { CohortsBoard } from './cohorts-view'

/** New visitors by the week of their first trial: who came back, began another demo, or was followed by a colleague. */
export const readCohorts = verb(
  { permission: 'boards.read', input: querySchema(cohortSchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<CohortsBoard> => {
    const { query, reader, scope, period } = await openView(ctx, asked)
    const [tallies, choices] = await Promise.all([
      readCohortTallies(reader, scope, WEEKS),
      readFilterChoices(reader, scope),
    ])
    const demos = new Set([...choices.demos, ...(query.demo === undefined ? [] : [query.demo])])
    const table = cohortTable(tallies, query.follow, period.trend)
    return { query, leftOut, period, choices, ...table, names: await demoNamesOf(ctx, demos) }
  },
)

import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { CohortMeasure, CohortSet } from '~/domain/insight/cohorts/cohort-terms'
import type { CohortTally } from '~/domain/insight/cohorts/cohort-table'
import type { ColumnsReader } from '../../columns-reader'
import { startOfQuarter } from '../day-of-quarter'
import { cohortCondition, cohortVisitorsOf } from './cohort-visitors'

type Row = Pick<CohortTally, 'monday' | 'visitors' | 'followed'> & Record<CohortMeasure, number[]>

/** New visitors by the week of their first trial in the workspace's time zone, and what became of them week by week. */
export async function readCohortTallies(
  reader: ColumnsReader,
  scope: BoardScope,
  weeks: readonly number[],
): Promise<CohortTally[]> {
  const count = (cohort: CohortSet['cohort']): SQL => {
    const counters = weeks.map(
      (week) => sql`(count(*) filter (where ${cohortCondition(scope, { cohort, week })}))::integer`,
    )
    return sql`[${sql.join(counters, sql`, `)}]`
  }
  const monday = sql`date_trunc('week', timezone(${scope.timeZone}, ${startOfQuarter(sql`quarter`)}))::date::varchar`
  const rows = await reader.rows<Row>(sql`
    with visitors as materialized (from ${cohortVisitorsOf(reader, scope)}),
    monday_of as (select quarter, ${monday} as monday from (select distinct quarter from visitors))
    select monday_of.monday, count(*)::integer as visitors, ${count('followed')} as followed,
      ${count('returned')} as returned, ${count('second-demo')} as "second-demo", ${count('invited')} as invited
    from visitors as trial join monday_of on monday_of.quarter = trial.quarter group by monday_of.monday order by all`)
  return rows.map(({ monday: day, visitors, followed, ...happened }) => ({
    monday: day,
    visitors,
    followed,
    happened,
  }))
}

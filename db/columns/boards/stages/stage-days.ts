import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '~/domain/day'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ConversionTerms } from '~/domain/insight/conversion-terms'
import type { StageCounts, StageDays } from '~/domain/insight/stages/stage-counts'
import type { ColumnsReader } from '../../columns-reader'
import { dayOfQuarter, quarterOf } from '../day-of-quarter'
import { conversionUnits } from '../measured-trials'
import { scopedTrials } from '../scoped-trials'
import { OWN_SET_CONDITIONS, STATE_CONDITIONS } from '../trial-set'
import { newVisitorTrials, VISITOR_CONDITIONS } from './new-visitors'

/** Counts the stages by day. Equal to the oracle `countStages`. */
export async function readStageDays(
  reader: ColumnsReader,
  scope: BoardScope,
  terms: ConversionTerms,
): Promise<StageDays> {
  const parts = [
    countByDay(scope, scopedTrials(reader, scope), OF_TRIALS),
    countByDay(scope, newVisitorTrials(reader, scope), OF_VISITORS),
    countByDay(scope, conversionUnits(reader, scope, terms), ofUnits(scope)),
  ]
  const rows = await reader.rows<{ day: Day } & StageCounts>(sql`
    select day, ${sql.join(
      COUNTS.map(
        (name) => sql`coalesce(sum(${sql.identifier(name)}), 0)::integer as ${sql.identifier(name)}`,
      ),
      sql`, `,
    )}
    from (${sql.join(parts, sql` union all by name `)}) group by day`)
  return new Map(rows.map(({ day, ...counts }) => [day, counts]))
}

type Conditions = Partial<Record<keyof StageCounts, SQL>>

const OF_TRIALS: Conditions = {
  trials: sql`true`,
  finished: OWN_SET_CONDITIONS.finished(),
  'with-tasks': OWN_SET_CONDITIONS['with-tasks'](),
  'tasks-done': OWN_SET_CONDITIONS['tasks-done'](),
}

const OF_VISITORS: Conditions = {
  visitors: sql`true`,
  'matured-visitors': VISITOR_CONDITIONS.matured,
  returned: VISITOR_CONDITIONS.returned,
  young: VISITOR_CONDITIONS.young,
  referred: VISITOR_CONDITIONS.referred,
}

const ofUnits = (scope: BoardScope): Conditions => ({
  matured: STATE_CONDITIONS.matured(scope),
  converted: STATE_CONDITIONS.converted(scope),
})

const COUNTS: readonly (keyof StageCounts)[] = [
  ...(['trials', 'finished', 'with-tasks', 'tasks-done', 'visitors', 'matured-visitors'] as const),
  ...(['returned', 'young', 'referred', 'matured', 'converted'] as const),
]

/** Rows of `trial` by the day on which it began, counted by each condition. */
function countByDay({ timeZone }: BoardScope, trials: SQL, conditions: Conditions): SQL {
  const names = Object.keys(conditions)
  const counters = Object.entries(conditions).map(
    ([name, condition]) => sql`count(*) filter (where ${condition}) as ${sql.identifier(name)}`,
  )
  return sql`
    select ${dayOfQuarter(timeZone, sql`quarter`)} as day, ${sql.join(
      names.map((name) => sql`sum(${sql.identifier(name)}) as ${sql.identifier(name)}`),
      sql`, `,
    )}
    from (
      select ${quarterOf(sql`trial.started_ms`)} as quarter, ${sql.join(counters, sql`, `)}
      from ${trials} as trial group by all)
    group by all`
}

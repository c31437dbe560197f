import { sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { account } from '#db/schema/account'
import { trial } from '#db/schema/trial'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { FilterChoices } from '~/domain/insight/filter-choices'
import { flaggedCondition, simulatedCondition, trialFilter } from './trial-filter'

const valuesOf = (column: SQLWrapper) => sql`coalesce(jsonb_agg(distinct ${column}), '[]')`

/** Reads the range and the demo of the scope, not the rest. Served by trial_demo_started_idx or trial_started_idx. */
export async function filterChoices(db: Executor, scope: BoardScope): Promise<FilterChoices> {
  const { demo } = scope.filter
  const everyone = {
    ...scope,
    filter: { flagged: true, simulated: true, ...(demo === undefined ? {} : { demo }) },
  }
  const [row] = await db
    .select({
      demos: sql<string[]>`${valuesOf(trial.demoSlug)}`,
      revisions: sql<number[]>`${valuesOf(trial.revisionNumber)}`,
      plans: sql<string[]>`${valuesOf(trial.plan)}`,
      roles: sql<string[]>`${valuesOf(trial.role)}`,
      locales: sql<string[]>`${valuesOf(trial.locale)}`,
      channels: sql<string[]>`${valuesOf(trial.channel)}`,
      devices: sql<string[]>`${valuesOf(trial.device)}`,
      accounts: sql<FilterChoices['accounts']>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name, id), '[]')
        from ${account} where merged_into is null)`,
      simulated: sql<number>`(count(*) filter (where ${simulatedCondition(scope.rules)}))::int`,
      flagged: sql<number>`(count(*) filter (where ${flaggedCondition(scope.rules)}))::int`,
    })
    .from(trial)
    .where(trialFilter(everyone))
  if (!row) throw new Error('An aggregate without groups gave no row.')
  return row
}

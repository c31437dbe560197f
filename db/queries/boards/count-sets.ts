import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { Counts } from '~/domain/insight/count'
import { recordOf } from '~/domain/insight/record-of'
import type { MeasureClock } from '~/domain/insight/trial-row'
import type { PlainSet, TrialSet } from '~/domain/insight/trial-set'
import { PLAIN_SETS } from '~/domain/insight/trial-set'
import { trialFilter } from './trial-filter'
import { belongsTo, isInSet } from './trial-set'

/** One counter for each plain set, to select beside anything grouped over `trial`. */
export function setCounters(clock: MeasureClock): Record<PlainSet, SQL<number>> {
  return recordOf(
    PLAIN_SETS,
    (name) => sql<number>`(count(*) filter (where ${isInSet({ name }, clock)}))::int`,
  )
}

/** Trials of the scope in each plain set. Served by trial_demo_started_idx or trial_started_idx. */
export async function countSets(db: Executor, scope: BoardScope): Promise<Counts> {
  const rows = await db.select(setCounters(scope.clock)).from(trial).where(trialFilter(scope))
  return rows[0] ?? recordOf(PLAIN_SETS, () => 0)
}

/** Trials of the scope in one set: how long its list is. Served as above. */
export async function countSet(db: Executor, scope: BoardScope, set: TrialSet): Promise<number> {
  return db.$count(trial, sql`${trialFilter(scope)} and ${belongsTo(set, scope)}`)
}

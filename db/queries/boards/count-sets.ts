import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'
import type { BoardScope, Measuring } from '~/domain/insight/board-scope'
import type { Counts } from '~/domain/insight/count'
import type { PlainSet, TrialSet } from '~/domain/insight/trial-set'
import { mapValues } from './map-values'
import { trialFilter } from './trial-filter'
import { belongsTo, PLAIN_SET_CONDITIONS } from './trial-set'

/** One counter for each plain set, to select beside anything grouped over `trial`. */
export function setCounters(by: Measuring): Record<PlainSet, SQL<number>> {
  return mapValues(PLAIN_SET_CONDITIONS, (isIn) => sql<number>`(count(*) filter (where ${isIn(by)}))::int`)
}

/** Trials of the scope in each plain set. Served by trial_demo_started_idx or trial_started_idx. */
export async function readSetCounts(db: Executor, scope: BoardScope): Promise<Counts> {
  const [row] = await db.select(setCounters(scope)).from(trial).where(trialFilter(scope))
  if (!row) throw new Error('An aggregate without groups gave no row.')
  return row
}

/** Trials of the scope in one set: how long its list is. Served as above. */
export async function readSetCount(db: Executor, scope: BoardScope, set: TrialSet): Promise<number> {
  return db.$count(trial, sql`${trialFilter(scope)} and ${belongsTo(set, scope)}`)
}

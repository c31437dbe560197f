import { asc, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { Counts } from '~/domain/insight/count'
import { setCounters } from './count-sets'
import { trialFilter } from './trial-filter'

export interface DemoKeyFigures extends Counts {
  demo: string
  medianActiveMs: number | null
  medianScore: number | null
}

/**
 * Key figures of every demo that has trials in the scope, by slug. The medians are `percentile_cont`, as everywhere.
 * Served by trial_demo_started_idx or trial_started_idx.
 */
export async function readDemoKeyFigures(db: Executor, scope: BoardScope): Promise<DemoKeyFigures[]> {
  return db
    .select({
      demo: trial.demoSlug,
      ...setCounters(scope),
      medianActiveMs: sql<number>`percentile_cont(0.5) within group (order by ${trial.activeMs}::float8)`,
      medianScore: sql<number>`percentile_cont(0.5) within group (order by ${trial.score}::float8)`,
    })
    .from(trial)
    .where(trialFilter(scope))
    .groupBy(trial.demoSlug)
    .orderBy(asc(trial.demoSlug))
}

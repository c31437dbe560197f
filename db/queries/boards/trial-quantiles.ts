import { sql } from 'drizzle-orm'
import type { SQL, SQLWrapper } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { StepTotals } from '~/domain/insight/detour'
import type { Quantiles } from '~/domain/insight/quantile'
import { trialFilter } from './trial-filter'

export interface TrialQuantiles {
  activeMs: Quantiles
  wallMs: Quantiles
  score: Quantiles
  steps: StepTotals
}

const at = (part: number, column: SQLWrapper): SQL =>
  sql`percentile_cont(${part}) within group (order by ${column}::float8)`

const spread = (column: SQLWrapper): SQL => sql`jsonb_build_object(
  'count', count(${column}), 'median', ${at(0.5, column)}, 'p75', ${at(0.75, column)}, 'p95', ${at(0.95, column)})`

/**
 * Quantiles of active time, wall time and score in the scope, and the sum of its steps. Served by
 * trial_demo_started_idx or trial_started_idx.
 */
export async function trialQuantiles(db: Executor, scope: BoardScope): Promise<TrialQuantiles> {
  const [row] = await db
    .select({
      activeMs: sql<Quantiles>`${spread(trial.activeMs)}`,
      wallMs: sql<Quantiles>`${spread(trial.wallMs)}`,
      score: sql<Quantiles>`${spread(trial.score)}`,
      steps: sql<StepTotals>`jsonb_build_object(
        'steps', coalesce(sum(${trial.steps}) filter (where ${trial.detours} is not null), 0),
        'detours', coalesce(sum(${trial.detours}), 0))`,
    })
    .from(trial)
    .where(trialFilter(scope))
  if (!row) throw new Error('An aggregate without groups gave no row.')
  return row
}

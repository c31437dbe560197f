import { and, desc, eq, ne } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { rating, trial } from '#db/schema/trial'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { TrialComment } from '~/domain/insight/listed-trial'
import { trialFilter } from './trial-filter'

/**
 * Comments of ratings in the scope, the newest first, without empty ones. Served by trial_demo_started_idx or
 * trial_started_idx, joined on the primary key of `rating`.
 */
export async function latestComments(
  db: Executor,
  scope: BoardScope,
  limit: number,
): Promise<TrialComment[]> {
  return db
    .select({
      trialId: trial.id,
      stars: rating.stars,
      comment: rating.comment,
      plan: trial.plan,
      role: trial.role,
      at: rating.createdAt,
    })
    .from(rating)
    .innerJoin(trial, and(eq(trial.visitorId, rating.visitorId), eq(trial.id, rating.trialId)))
    .where(and(ne(rating.comment, ''), trialFilter(scope)))
    .orderBy(desc(rating.createdAt), desc(trial.id))
    .limit(limit)
}

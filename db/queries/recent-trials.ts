import { and, desc, eq, gt } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'

export type RecentTrial = Pick<
  typeof trial.$inferSelect,
  'id' | 'visitorId' | 'plan' | 'role' | 'seed' | 'startedAt'
>

/** The trials begun last on a revision in which something was done, newest first. Served by trial_demo_started_idx. */
export async function listRecentTrials(
  db: Executor,
  of: { demoSlug: string; revisionId: string; limit: number },
): Promise<RecentTrial[]> {
  const { id, visitorId, plan, role, seed, startedAt } = trial
  return db
    .select({ id, visitorId, plan, role, seed, startedAt })
    .from(trial)
    .where(and(eq(trial.demoSlug, of.demoSlug), eq(trial.revisionId, of.revisionId), gt(trial.lastSeq, 0)))
    .orderBy(desc(startedAt))
    .limit(of.limit)
}

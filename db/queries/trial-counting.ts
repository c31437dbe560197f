import { and, asc, eq, gt, lt } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'
import type { TrialKey, TrialRow } from './trials'

/** The part of a trial that is needed to count it again. */
export type OutdatedTrial = Pick<
  TrialRow,
  'visitorId' | 'id' | 'revisionId' | 'plan' | 'role' | 'seed' | 'startedAt' | 'lastSeq' | 'counting'
>

/** Trials with an older counting version, after an id, in order of their ids. Served by trial_counting_idx. */
export async function listOutdatedTrials(
  db: Executor,
  { counting, after, limit }: { counting: number; after: string; limit: number },
): Promise<OutdatedTrial[]> {
  return db
    .select({
      visitorId: trial.visitorId,
      id: trial.id,
      revisionId: trial.revisionId,
      plan: trial.plan,
      role: trial.role,
      seed: trial.seed,
      startedAt: trial.startedAt,
      lastSeq: trial.lastSeq,
      counting: trial.counting,
    })
    .from(trial)
    .where(and(lt(trial.counting, counting), gt(trial.id, after)))
    .orderBy(asc(trial.id))
    .limit(limit)
}

/** What is counted again of a trial. A column that is not given stays as it is. */
export type TrialCount = Pick<TrialRow, 'counting'> &
  Partial<
    Pick<
      TrialRow,
      'path' | 'pathAt' | 'lastState' | 'steps' | 'shown' | 'undone' | 'hints' | 'detours' | 'score'
    >
  >

/** Writes a count, unless the trial has new events since `lastSeq`. Served by the primary key. */
export async function writeCount(
  db: Executor,
  { visitorId, id, lastSeq }: TrialKey & { lastSeq: number },
  count: TrialCount,
): Promise<boolean> {
  const rows = await db
    .update(trial)
    .set(count)
    .where(and(eq(trial.visitorId, visitorId), eq(trial.id, id), eq(trial.lastSeq, lastSeq)))
    .returning({ id: trial.id })
  return rows.length > 0
}

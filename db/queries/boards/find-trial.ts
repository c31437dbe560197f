import { eq, min } from 'drizzle-orm'
import type { Executor } from '#db/client'
import type { TrialRow } from '#db/queries/trials'
import { trial } from '#db/schema/trial'

/** One trial by its id alone, for staff, who do not know its visitor; null when there is none. Served by trial_id_idx. */
export async function findTrialById(db: Executor, id: string): Promise<TrialRow | null> {
  const rows = await db.select().from(trial).where(eq(trial.id, id)).limit(1)
  return rows[0] ?? null
}

/** When the earliest trial began; null without any. Reads one end of trial_started_idx. */
export async function earliestTrial(db: Executor): Promise<Date | null> {
  const [row] = await db.select({ at: min(trial.startedAt) }).from(trial)
  return row?.at ?? null
}

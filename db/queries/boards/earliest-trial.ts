import { min } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'

/** When the earliest trial began; null without any. Reads one end of trial_started_idx. */
export async function earliestTrial(db: Executor): Promise<Date | null> {
  const [row] = await db.select({ at: min(trial.startedAt) }).from(trial)
  return row?.at ?? null
}

import { eq } from 'drizzle-orm'
import type { Executor } from '../client'
import type { TrialRow } from './trials'
import { trial } from '../schema/trial'

/** One trial by its id alone, for staff, who do not know its visitor; null when there is none. Served by trial_id_idx. */
export async function findTrialById(db: Executor, id: string): Promise<TrialRow | null> {
  const rows = await db.select().from(trial).where(eq(trial.id, id)).limit(1)
  return rows[0] ?? null
}

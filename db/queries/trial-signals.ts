import { and, eq } from 'drizzle-orm'
import type { Executor } from '../client'
import { trial } from '../schema/trial'
import type { Judge, Ruling, TrialFlag } from '~/domain/trial/signals'
import type { TrialRow } from './trials'

/** One trial by its id alone, locked, or null. Served by trial_id_idx. */
export async function lockTrialById(db: Executor, id: string): Promise<TrialRow | null> {
  const found = await db.select({ visitorId: trial.visitorId }).from(trial).where(eq(trial.id, id)).limit(1)
  const [owner] = found
  if (!owner) return null
  const rows = await db
    .select()
    .from(trial)
    .where(and(eq(trial.visitorId, owner.visitorId), eq(trial.id, id)))
    .for('update')
  return rows[0] ?? null
}

/** Stores the ruling on a trial that the caller has locked, and the resulting flags. Served by the primary key. */
export async function setRuling(
  db: Executor,
  held: TrialRow,
  decided: { ruling: Ruling | null; flags: TrialFlag[] },
): Promise<void> {
  await db
    .update(trial)
    .set(decided)
    .where(and(eq(trial.visitorId, held.visitorId), eq(trial.id, held.id)))
}

/** Updates the signals and flags of each trial of a visitor. Served by the primary key, whose first column is the visitor. */
export async function judgeTrialsOf(db: Executor, visitorId: string, judge: Judge): Promise<void> {
  const held = await db
    .select()
    .from(trial)
    .where(eq(trial.visitorId, visitorId))
    .orderBy(trial.id)
    .for('update')
  for (const row of held) {
    const judged = judge(row)
    if (judged.signals.length === row.signals.length) continue
    await db
      .update(trial)
      .set(judged)
      .where(and(eq(trial.visitorId, visitorId), eq(trial.id, row.id)))
  }
}

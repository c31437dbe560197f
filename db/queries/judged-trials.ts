import { and, eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'
import { countingFlags, withSignals } from '~/domain/trial/signals'
import type { Ruling, SignalName, TrialSignal } from '~/domain/trial/signals'
import type { TrialRow } from './trials'

/** One trial by its id alone, held until the transaction ends, or null. Served by trial_id_idx. */
export async function lockTrialById(db: Executor, id: string): Promise<TrialRow | null> {
  const rows = await db.select().from(trial).where(eq(trial.id, id)).limit(1).for('update')
  return rows[0] ?? null
}

/** Keeps what a person decided about a trial that the caller holds, and the flags that follow. Served by the primary key. */
export async function setRuling(db: Executor, held: TrialRow, ruling: Ruling | null): Promise<void> {
  await db
    .update(trial)
    .set({ ruling, flags: countingFlags(held.signals, ruling) })
    .where(and(eq(trial.visitorId, held.visitorId), eq(trial.id, held.id)))
}

/** Adds signals to every trial of a visitor, and the flags that follow. */
export async function addSignals(
  db: Executor,
  visitorId: string,
  names: readonly SignalName[],
  at: Date,
): Promise<void> {
  if (names.length === 0) return
  await changeSignals(db, visitorId, (signals) => withSignals(signals, names, at))
}

/** Takes a signal off every trial of a visitor, and the flags that came of it. */
export async function removeSignal(db: Executor, visitorId: string, name: SignalName): Promise<void> {
  await changeSignals(db, visitorId, (signals) => signals.filter((signal) => signal.name !== name))
}

/** Changes how many signals each trial of a visitor has. Served by the primary key, whose first column is the visitor. */
async function changeSignals(
  db: Executor,
  visitorId: string,
  change: (signals: TrialSignal[]) => TrialSignal[],
): Promise<void> {
  const held = await db
    .select()
    .from(trial)
    .where(eq(trial.visitorId, visitorId))
    .orderBy(trial.id)
    .for('update')
  for (const row of held) {
    const signals = change(row.signals)
    if (signals.length === row.signals.length) continue
    await db
      .update(trial)
      .set({ signals, flags: countingFlags(signals, row.ruling) })
      .where(and(eq(trial.visitorId, visitorId), eq(trial.id, row.id)))
  }
}

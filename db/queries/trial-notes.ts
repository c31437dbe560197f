import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trialNote } from '#db/schema/trial-note'
import type { TrialKey } from './trials'

export type TrialNoteRow = typeof trialNote.$inferSelect

type NoteKey = Pick<TrialNoteRow, 'visitorId' | 'id'>

export async function insertTrialNote(db: Executor, row: typeof trialNote.$inferInsert): Promise<void> {
  await db.insert(trialNote).values(row)
}

/** One note by its id alone; null when there is none. Served by trial_note_id_idx. */
export async function findTrialNote(db: Executor, id: string): Promise<TrialNoteRow | null> {
  const rows = await db.select().from(trialNote).where(eq(trialNote.id, id))
  return rows[0] ?? null
}

/** The notes on a trial that were not removed, in the order of time. Served by trial_note_trial_idx. */
export async function listTrialNotes(db: Executor, key: TrialKey): Promise<TrialNoteRow[]> {
  const isOfTrial = and(eq(trialNote.visitorId, key.visitorId), eq(trialNote.trialId, key.id))
  return db
    .select()
    .from(trialNote)
    .where(and(isOfTrial, isNull(trialNote.removedAt)))
    .orderBy(asc(trialNote.at), asc(trialNote.id))
}

/** Changes a note at this version and increments it; false when its version is another. Served by the primary key. */
export async function updateTrialNote(
  db: Executor,
  { visitorId, id, version }: NoteKey & { version: number },
  change: Partial<Pick<TrialNoteRow, 'text' | 'changedAt' | 'removedAt'>>,
): Promise<boolean> {
  const changed = await db
    .update(trialNote)
    .set({ ...change, version: version + 1 })
    .where(and(eq(trialNote.visitorId, visitorId), eq(trialNote.id, id), eq(trialNote.version, version)))
    .returning({ id: trialNote.id })
  return changed.length > 0
}

/** Deletes notes that were removed before an instant. Reads the table once. */
export async function deleteRemovedNotes(db: Executor, before: Date): Promise<void> {
  await db.delete(trialNote).where(lt(trialNote.removedAt, before))
}

import { and, asc, eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { feedbackWork } from '#db/schema/feedback-work'
import { remark } from '#db/schema/remark'
import type { TrialKey } from './trials'

export type RemarkRow = typeof remark.$inferSelect

/** Stores a remark, replacing the one of its id. Served by the primary key. */
export async function upsertRemark(db: Executor, row: RemarkRow): Promise<void> {
  const { visitorId: _visitor, id: _id, ...said } = row
  await db
    .insert(remark)
    .values(row)
    .onConflictDoUpdate({ target: [remark.visitorId, remark.id], set: said })
}

/** Deletes one remark of a visitor's trial, if it is there, with the team's work on it. Served by the primary keys. */
export async function deleteRemark(db: Executor, key: TrialKey, id: string): Promise<void> {
  const gone = await db
    .delete(remark)
    .where(and(eq(remark.visitorId, key.visitorId), eq(remark.id, id), eq(remark.trialId, key.id)))
    .returning({ id: remark.id })
  if (gone.length === 0) return
  await db.delete(feedbackWork).where(and(eq(feedbackWork.visitorId, key.visitorId), eq(feedbackWork.id, id)))
}

/** The remarks of one trial in the order of its time. Served by remark_trial_idx. */
export async function listRemarksOfTrial(db: Executor, key: TrialKey): Promise<RemarkRow[]> {
  return db
    .select()
    .from(remark)
    .where(and(eq(remark.visitorId, key.visitorId), eq(remark.trialId, key.id)))
    .orderBy(asc(remark.atMs), asc(remark.id))
}

/** Everything a visitor remarked. Served by the primary key, whose first column is the visitor. */
export async function listRemarksOf(db: Executor, visitorId: string): Promise<RemarkRow[]> {
  return db.select().from(remark).where(eq(remark.visitorId, visitorId)).orderBy(asc(remark.at))
}

import { and, asc, count, desc, eq, lte } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { trial } from '#db/schema/trial'

export type TrialRow = typeof trial.$inferSelect

/** A trial is always looked up together with its visitor, so that nobody finds another visitor's. */
export interface TrialKey {
  visitorId: string
  id: string
}

/** What the server has computed from the trace, and its last event. */
export type TrialProgress = Pick<
  TrialRow,
  | 'lastSeq'
  | 'lastEventAt'
  | 'path'
  | 'pathAt'
  | 'lastState'
  | 'tasks'
  | 'steps'
  | 'shown'
  | 'undone'
  | 'hints'
  | 'detours'
  | 'score'
  | 'counting'
  | 'activeMs'
  | 'wallMs'
  | 'outcome'
  | 'finishedAt'
  | 'flags'
  | 'signals'
>

const isTrial = ({ visitorId, id }: TrialKey) => and(eq(trial.visitorId, visitorId), eq(trial.id, id))

/** Adds a trial. Served by the primary key. */
export async function insertTrial(db: Executor, row: typeof trial.$inferInsert): Promise<TrialRow> {
  const rows = await db.insert(trial).values(row).returning()
  const [inserted] = rows
  if (!inserted) throw new Error('insert into trial returned no row')
  return inserted
}

/** One trial of a visitor, or null. Served by the primary key. */
export async function findTrial(db: Executor, key: TrialKey): Promise<TrialRow | null> {
  const rows = await db.select().from(trial).where(isTrial(key))
  return rows[0] ?? null
}

/** Stores the hash of the newest resume link, replacing the one before. Served by the primary key. */
export async function setResumeHash(db: Executor, key: TrialKey, resumeHash: string): Promise<void> {
  await db.update(trial).set({ resumeHash }).where(isTrial(key))
}

/** How many trials a visitor began. Served by the primary key, whose first column is the visitor. */
export async function countTrialsOf(db: Executor, visitorId: string): Promise<number> {
  const rows = await db.select({ count: count() }).from(trial).where(eq(trial.visitorId, visitorId))
  return rows[0]?.count ?? 0
}

/** A visitor's trials, oldest first: their ids are in the order of time. Served by the primary key. */
export async function listTrialsOf(db: Executor, visitorId: string): Promise<TrialRow[]> {
  return db.select().from(trial).where(eq(trial.visitorId, visitorId)).orderBy(asc(trial.id))
}

/** The trial that a visitor began last, or null. Served by the primary key, read backwards. */
export async function findLatestTrial(db: Executor, visitorId: string): Promise<TrialRow | null> {
  const rows = await db
    .select()
    .from(trial)
    .where(eq(trial.visitorId, visitorId))
    .orderBy(desc(trial.id))
    .limit(1)
  return rows[0] ?? null
}

/**
 * Deletes the touches of a visitor's trials, and with them the channel, when consent ends. Served by the primary key.
 */
export async function forgetTouches(db: Executor, visitorId: string): Promise<void> {
  await db.update(trial).set({ touch: null, channel: 'unknown' }).where(eq(trial.visitorId, visitorId))
}

/** Whether anybody ever began a trial. Reads one entry of trial_id_idx. */
export async function hasTrials(db: Executor): Promise<boolean> {
  const rows = await db.select({ id: trial.id }).from(trial).limit(1)
  return rows.length > 0
}

/** The trial that a visitor began last, no later than `at`, or null. Served by the primary key, whose first column is the visitor. */
export async function findTrialBefore(db: Executor, visitorId: string, at: Date): Promise<TrialRow | null> {
  const rows = await db
    .select()
    .from(trial)
    .where(and(eq(trial.visitorId, visitorId), lte(trial.startedAt, at)))
    .orderBy(desc(trial.startedAt), desc(trial.id))
    .limit(1)
  return rows[0] ?? null
}

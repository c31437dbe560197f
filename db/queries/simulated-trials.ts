import { and, asc, eq, gt, inArray, notExists, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { conversion } from '#db/schema/conversion'
import { trial, visitor } from '#db/schema/trial'
import { lockRows } from './lock-rows'
import type { TrialKey } from './trials'

const NIL = '00000000-0000-0000-0000-000000000000'

/** Locks the next simulated trials after an id, oldest first. Walks trial_id_idx, reading past other trials. */
export async function lockSimulatedTrials(
  db: Executor,
  { after = NIL, limit }: { after?: string | undefined; limit: number },
): Promise<TrialKey[]> {
  const next = await db
    .select({ visitorId: trial.visitorId, id: trial.id })
    .from(trial)
    .where(and(gt(trial.id, after), sql`'simulated' = any(${trial.flags})`))
    .orderBy(asc(trial.id))
    .limit(limit)
  return lockRows(next, ({ visitorId, id }) =>
    db
      .select({ visitorId: trial.visitorId, id: trial.id })
      .from(trial)
      .where(and(eq(trial.visitorId, visitorId), eq(trial.id, id)))
      .for('update'),
  )
}

/** Whether any trial of a visitor is a simulated one. Served by the primary key, whose first column is the visitor. */
export async function isSimulatedVisitor(db: Executor, visitorId: string): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(trial)
    .where(and(eq(trial.visitorId, visitorId), sql`'simulated' = any(${trial.flags})`))
    .limit(1)
  return rows.length > 0
}

/**
 * Deletes trials with their traces, ratings and the conversions credited to them, then those of their visitors that
 * have no trial left. Returns the number of visitors deleted. Served by the primary keys and conversion_trial_idx.
 */
export async function deleteTrials(db: Executor, keys: TrialKey[]): Promise<number> {
  if (keys.length === 0) return 0
  const visitorIds = [...new Set(keys.map((key) => key.visitorId))]
  const ids = keys.map((key) => key.id)
  await db
    .delete(conversion)
    .where(and(inArray(conversion.visitorId, visitorIds), inArray(conversion.trialId, ids)))
  await db.delete(trial).where(and(inArray(trial.visitorId, visitorIds), inArray(trial.id, ids)))
  const left = db
    .select({ one: sql`1` })
    .from(trial)
    .where(sql`${trial.visitorId} = ${visitor.visitorId}`)
  const gone = await db
    .delete(visitor)
    .where(and(inArray(visitor.visitorId, visitorIds), notExists(left)))
    .returning({ visitorId: visitor.visitorId })
  return gone.length
}

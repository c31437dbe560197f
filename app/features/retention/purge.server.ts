import { dropPartitionsBefore, monthOf } from '#db/partitions'
import { insertAuditEntry } from '#db/queries/audit'
import {
  countIntoPast,
  deleteOldRemainders,
  deleteOldTrials,
  deleteOldVisitors,
  lockOldVisitors,
  lockTrialsBefore,
} from '#db/queries/retention'
import { DEFAULT_RETENTION } from '~/domain/content/settings'
import type { App } from '~/platform/context/context'
import { workspaceSettings } from '~/platform/context/workspace-settings'

/** Trials or visitors of one transaction: few enough that nobody waits long for a lock. */
const BATCH = 500

export interface Purged {
  /** Names of the months of traces that were dropped. */
  traces: string[]
  trials: number
  visitors: number
}

/**
 * Carries out for how long the settings keep things. Traces go by whole months, counted in UTC; then trials, with all that
 * hangs on them, of which the counts of their month stay; then visitors of whom nothing younger is held. Interrupted, it
 * goes on the next time. What was done is in the audit, without whom it was done to.
 */
export async function purge(app: Pick<App, 'db' | 'sql' | 'now' | 'content'>): Promise<Purged> {
  const { retention = DEFAULT_RETENTION } = await workspaceSettings(app)
  const now = app.now()
  const traces = await dropPartitionsBefore(app.sql, monthOf(now, -retention.traces))
  const { year, month } = monthOf(now, -retention.trials)
  const before = new Date(Date.UTC(year, month - 1, 1))
  let trials = 0
  for (let batch = BATCH; batch === BATCH; trials += batch) batch = await purgeTrials(app, before)
  const done = { traces, trials, visitors: await purgeVisitors(app, before) }
  if (traces.length + trials + done.visitors > 0) await recordPurge(app, done)
  return done
}

function purgeTrials({ db }: Pick<App, 'db'>, before: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const keys = await lockTrialsBefore(tx, before, BATCH)
    if (keys.length === 0) return 0
    await countIntoPast(tx, keys)
    await deleteOldTrials(tx, keys, before)
    return keys.length
  })
}

async function purgeVisitors({ db }: Pick<App, 'db'>, before: Date): Promise<number> {
  await db.transaction((tx) => deleteOldRemainders(tx, before))
  let visitors = 0
  for (let batch = BATCH; batch === BATCH;) {
    batch = await db.transaction(async (tx) => {
      const held = await lockOldVisitors(tx, before, BATCH)
      if (held.length > 0) visitors += await deleteOldVisitors(tx, held, before)
      return held.length
    })
  }
  return visitors
}

async function recordPurge(
  { db, now }: Pick<App, 'db' | 'now'>,
  { traces, trials, visitors }: Purged,
): Promise<void> {
  await insertAuditEntry(db, {
    ...{ at: now(), actorName: 'maintenance', action: 'retention.let-go' },
    ...{ subjectKind: 'retention', subjectId: '', data: { traces, trials, visitors } },
  })
}

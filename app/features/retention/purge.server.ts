import type { Database } from '#db/client'
import { dropPartitionsBefore, monthOf } from '#db/partitions'
import {
  countIntoPast,
  deleteOldRemainders,
  deleteOldTrials,
  deleteOldVisitors,
  lockOldVisitors,
  lockTrialsBefore,
} from '#db/queries/retention'
import { DEFAULT_RETENTION } from '~/domain/content/settings'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'

/** Trials or visitors of one transaction: few enough that nobody waits long for a lock. */
const BATCH = 500

/** Touches, asks and loose conversions of one statement. */
const REMAINDERS = 20_000

export interface Purged {
  /** Names of the months of traces that were dropped. */
  traces: string[]
  trials: number
  visitors: number
}

/**
 * Deletes what is older than the settings allow. Traces are deleted by whole months, counted in UTC; then trials, with all that
 * belongs to them, of which the counts of their month stay; then visitors without younger data. Interrupted, it
 * continues the next time. The audit records the numbers, without naming a visitor.
 */
export const purgeOldData = verb(
  { permission: 'system', audit: ['retention.purge'] },
  async ({ ctx, audit }): Promise<Purged> => {
    const { db } = ctx
    const { retention = DEFAULT_RETENTION } = await workspaceSettings(ctx)
    const now = ctx.now()
    const traces = await dropPartitionsBefore(ctx.sql, monthOf(now, -retention.traces))
    const { year, month } = monthOf(now, -retention.trials)
    const before = new Date(Date.UTC(year, month - 1, 1))
    let trials = 0
    // A row that another transaction holds makes a batch smaller, so only an empty one is the last.
    for (let batch = -1; batch !== 0; trials += batch) batch = await purgeTrials(db, before)
    const done = { traces, trials, visitors: await purgeVisitors(db, before) }
    if (traces.length + trials + done.visitors > 0)
      await audit(db, 'retention.purge', { subject: '', at: now, data: done })
    return done
  },
)

function purgeTrials(db: Database, before: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const keys = await lockTrialsBefore(tx, before, BATCH)
    if (keys.length === 0) return 0
    await countIntoPast(tx, keys)
    await deleteOldTrials(tx, keys, before)
    return keys.length
  })
}

async function purgeVisitors(db: Database, before: Date): Promise<number> {
  await deleteOldRemainders(db, before, REMAINDERS)
  let visitors = 0
  for (let gone = -1; gone !== 0; visitors += gone) {
    gone = await db.transaction(async (tx) => {
      const held = await lockOldVisitors(tx, before, BATCH)
      return held.length > 0 ? deleteOldVisitors(tx, held, before) : 0
    })
  }
  return visitors
}

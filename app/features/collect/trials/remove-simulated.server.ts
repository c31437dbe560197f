import { deleteSimulatedCosts } from '#db/queries/costs'
import { deleteTrials, lockSimulatedTrials } from '#db/queries/simulated-trials'
import { lockAddressesOf, keepReportsOfOthers, rematchReports } from '~/platform/addresses/rematch-reports'
import type { Audit } from '~/platform/audit/record-audit'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'

/** Trials of one transaction: few enough that nobody waits long for a lock. */
const BATCH = 500

export interface RemovedSimulated {
  trials: number
  visitors: number
}

/**
 * Deletes every trial flagged `simulated`, and visitors that have none left, in bounded transactions with an audit entry
 * each; then simulated costs. Interrupted, it can be called again.
 */
export const removeSimulated = verb(
  { permission: 'simulated.remove', audit: ['simulated.remove'] },
  async ({ ctx, audit }): Promise<RemovedSimulated> => {
    const total: RemovedSimulated = { trials: 0, visitors: 0 }
    let after: string | undefined
    do {
      const batch = await removeBatch(ctx, audit, after)
      total.trials += batch.trials
      total.visitors += batch.visitors
      after = batch.last
    } while (after !== undefined)
    await deleteSimulatedCosts(ctx.db)
    return total
  },
)

async function removeBatch(
  ctx: Context,
  audit: Audit<'simulated.remove'>,
  after: string | undefined,
): Promise<RemovedSimulated & { last?: string }> {
  return ctx.db.transaction(async (tx) => {
    const keys = await lockSimulatedTrials(tx, { after, limit: BATCH })
    const last = keys.at(-1)?.id
    if (last === undefined) return { trials: 0, visitors: 0 }
    const visitorIds = [...new Set(keys.map(({ visitorId }) => visitorId))]
    const addresses = await lockAddressesOf(tx, visitorIds)
    await keepReportsOfOthers(tx, visitorIds)
    const removed = { trials: keys.length, visitors: await deleteTrials(tx, keys) }
    for (const address of addresses) await rematchReports(tx, address)
    await audit(tx, 'simulated.remove', { subject: 'simulated', data: removed })
    return { ...removed, last }
  })
}

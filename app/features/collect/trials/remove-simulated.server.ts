import { insertAuditEntry } from '#db/queries/audit'
import { deleteTrials, lockSimulatedTrials } from '#db/queries/simulated-trials'
import { holdAddressesOf, keepReportsOfOthers, settleReports } from '~/platform/addresses/settle-reports'
import type { Actor, Context, VerbArgs } from '~/platform/context/context'
import { permit } from '~/platform/context/context'

/** Trials of one transaction: few enough that nobody waits long for a lock. */
const BATCH = 500

export interface RemovedSimulated {
  trials: number
  visitors: number
}

/**
 * Deletes every trial flagged `simulated`, and visitors that have none left, in bounded transactions with an audit entry
 * each. Interrupted, it can be called again.
 *
 * @throws DomainError `unauthenticated` or `forbidden` without the permission `simulated.remove`.
 */
export async function removeSimulated({ ctx }: Pick<VerbArgs<never>, 'ctx'>): Promise<RemovedSimulated> {
  permit(ctx, 'simulated.remove')
  const total: RemovedSimulated = { trials: 0, visitors: 0 }
  let after: string | undefined
  do {
    const batch = await removeBatch(ctx, after)
    total.trials += batch.trials
    total.visitors += batch.visitors
    after = batch.last
  } while (after !== undefined)
  return total
}

async function removeBatch(
  ctx: Context,
  after: string | undefined,
): Promise<RemovedSimulated & { last?: string }> {
  return ctx.db.transaction(async (tx) => {
    const keys = await lockSimulatedTrials(tx, { after, limit: BATCH })
    const last = keys.at(-1)?.id
    if (last === undefined) return { trials: 0, visitors: 0 }
    const visitorIds = [...new Set(keys.map(({ visitorId }) => visitorId))]
    const addresses = await holdAddressesOf(tx, visitorIds)
    await keepReportsOfOthers(tx, visitorIds)
    const removed = { trials: keys.length, visitors: await deleteTrials(tx, keys) }
    for (const address of addresses) await settleReports(tx, address)
    await insertAuditEntry(tx, {
      at: ctx.now(),
      ...actorOf(ctx.actor),
      action: 'simulated.remove',
      subjectKind: 'trial',
      subjectId: 'simulated',
      data: { ...removed },
    })
    return { ...removed, last }
  })
}

function actorOf(actor: Actor): { actorId: string | null; actorName: string } {
  if (actor.kind === 'staff') return { actorId: actor.id, actorName: actor.name }
  return { actorId: null, actorName: actor.kind === 'system' ? actor.name : 'visitor' }
}

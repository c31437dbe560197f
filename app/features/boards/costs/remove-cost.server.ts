import { setCostRemoved } from '#db/queries/costs'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { seenCostSchema } from './cost-schemas'
import { notAsSeen } from './refuse-cost.server'

/**
 * Removes a cost. It is kept, so that it can be put back, and counts nowhere.
 * @throws DomainError `conflict` when it is no longer the version that was seen; `not-found`
 */
export const removeCost = verb(
  { permission: 'costs.manage', input: seenCostSchema, audit: ['cost.remove'] },
  async ({ ctx, input: seen, audit }): Promise<void> => {
    const at = ctx.now()
    const by = auditActor(ctx.actor).actorName
    await ctx.db.transaction(async (tx) => {
      const row = await setCostRemoved(tx, seen, { removed: true, at, by })
      if (row === null) throw await notAsSeen(tx, seen.id)
      const { channel, source, campaign, firstDay, lastDay, value, currency, reference } = row
      const data = { channel, source, campaign, firstDay, lastDay, value, currency, reference }
      await audit(tx, 'cost.remove', { subject: seen.id, at, data })
    })
  },
)

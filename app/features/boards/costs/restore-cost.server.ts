import { findCost, findCostWithKey, setCostRemoved } from '#db/queries/costs'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { seenCostSchema } from './cost-schemas'
import { costExists, notAsSeen } from './refuse-cost.server'

/**
 * Puts a removed cost back.
 * @throws DomainError `conflict` when it was put back already; `not-found`; `invalid-input` when another one says the same by now
 */
export const restoreCost = verb(
  { permission: 'costs.manage', input: seenCostSchema, audit: ['cost.restore'] },
  async ({ ctx, input: seen, audit }): Promise<void> => {
    const at = ctx.now()
    const by = auditActor(ctx.actor).actorName
    await ctx.db.transaction(async (tx) => {
      const found = await findCost(tx, seen.id)
      if (found && (await findCostWithKey(tx, found, { except: seen.id }))) throw costExists()
      if (!(await setCostRemoved(tx, seen, { removed: false, at, by }))) throw await notAsSeen(tx, seen.id)
      await audit(tx, 'cost.restore', { subject: seen.id, at, data: {} })
    })
  },
)

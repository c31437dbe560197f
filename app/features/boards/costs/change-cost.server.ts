import { findCostWithKey, updateCost } from '#db/queries/costs'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { changeCostSchema } from './cost-schemas'
import { costExists, notAsSeen } from './refuse-cost.server'

/**
 * Changes a cost.
 * @throws DomainError `conflict` when it is no longer the version that was seen; `not-found`; `invalid-input` when another
 *   one says the same
 */
export const changeCost = verb(
  { permission: 'costs.manage', input: changeCostSchema, audit: ['cost.change'] },
  async ({ ctx, input: { id, version, ...facts }, audit }): Promise<void> => {
    const at = ctx.now()
    const by = auditActor(ctx.actor).actorName
    await ctx.db.transaction(async (tx) => {
      if (await findCostWithKey(tx, facts, { except: id })) throw costExists()
      if (!(await updateCost(tx, { id, version }, { facts, at, by }))) throw await notAsSeen(tx, id)
      await audit(tx, 'cost.change', { subject: id, at, data: facts })
    })
  },
)

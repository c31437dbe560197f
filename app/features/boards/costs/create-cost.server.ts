import { v7 as uuidv7 } from 'uuid'
import { insertCost } from '#db/queries/costs'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { costSchema } from './cost-schemas'
import { costExists } from './refuse-cost.server'

/**
 * Enters a cost.
 * @throws DomainError `invalid-input` when there is one for the same, of the same days, currency and reference
 */
export const createCost = verb(
  { permission: 'costs.manage', input: costSchema, audit: ['cost.create'] },
  async ({ ctx, input: facts, audit }): Promise<{ id: string }> => {
    const at = ctx.now()
    const id = uuidv7({ msecs: at.getTime() })
    await ctx.db.transaction(async (tx) => {
      const by = auditActor(ctx.actor).actorName
      if (!(await insertCost(tx, { id, facts, at, by }))) throw costExists()
      await audit(tx, 'cost.create', { subject: id, at, data: facts })
    })
    return { id }
  },
)

import { updateConversion } from '#db/queries/conversions'
import { updateUnmatched } from '#db/queries/unmatched-conversions'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { idOfExternal } from './conversion-id'
import { lockConversion } from './lock-conversion.server'
import { withdrawSchema } from '../schemas'

export interface Withdrawn {
  id: string
  withdrawnAt: Date
  reason: string
}

/**
 * Takes back a conversion that did not happen after all. It is kept with the reason, and no board counts it any more.
 * Withdrawing it again changes nothing.
 *
 * @throws DomainError `not-found` for one that is unknown.
 */
export const withdrawConversion = verb(
  { permission: 'conversions.manage', input: withdrawSchema, audit: ['conversion.withdraw'] },
  async ({ ctx, input: wish, audit }): Promise<Withdrawn> => {
    const id = 'id' in wish ? wish.id : idOfExternal(wish.externalId)
    return ctx.db.transaction(async (tx) => {
      const kept = await lockConversion(tx, id)
      if (!kept) throw new DomainError('not-found', 'There is no such conversion.')
      if (kept.withdrawnAt) return { id, withdrawnAt: kept.withdrawnAt, reason: kept.withdrawnReason ?? '' }
      const withdrawnAt = ctx.now()
      const change = { withdrawnAt, withdrawnReason: wish.reason }
      if ('visitorId' in kept) await updateConversion(tx, kept, change)
      else await updateUnmatched(tx, id, change)
      const data = { goal: kept.goal, ...(wish.reason && { note: wish.reason }) }
      await audit(tx, 'conversion.withdraw', { subject: id, at: withdrawnAt, data })
      return { id, withdrawnAt, reason: wish.reason }
    })
  },
)

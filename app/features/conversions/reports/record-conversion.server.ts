import { findConversion, insertConversion } from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import { insertVisitor } from '#db/queries/visitors'
import type { Executor } from '#db/client'
import { DomainError } from '~/domain/errors'
import type { CheckFate } from '~/platform/addresses/request-check'
import { creditedTrial } from '~/platform/asks/credited-trial'
import { lockAddress, takeAsk } from '~/platform/asks/take-ask'
import type { Context, VisitorIdentity } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import { conversionSchema } from '../schemas'
import type { OwnConversion } from '../schemas'

/** A conversion, and whether this call made it. */
export interface RecordedConversion {
  conversion: ConversionRow
  created: boolean
  /** What became of the message to the address; null without one, and for a conversion that was there. */
  check: CheckFate | null
}

/**
 * Records what this visitor asks for, credited to the trial that they name or began last. The id comes from the client:
 * sending the same again changes nothing. With how to answer it becomes an ask, and a message goes to the address, which is
 * a hint at who they are until it is verified.
 *
 * @throws DomainError `conflict` when the id is taken by a conversion of another goal
 */
export const recordConversion = verb(
  { permission: 'visitor', input: conversionSchema },
  async ({ ctx, input: wish }): Promise<RecordedConversion> => {
    const { visitor } = ctx
    const { id, goal } = wish
    const at = ctx.now()
    const recorded = await ctx.db.transaction(async (tx): Promise<RecordedConversion> => {
      if (wish.contact) await lockAddress(tx, wish.contact.email)
      const consent = visitor.persistent ? 'granted' : 'unset'
      await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: at, consent })
      const trialId = await creditedTrial(tx, visitor.id, wish.trial)
      const inserted = await insertConversion(tx, {
        ...{ visitorId: visitor.id, id, trialId, goal, at, recordedAt: at },
      })
      if (inserted) {
        const check = await keepContact(tx, ctx, { visitor, wish, trialId })
        return { conversion: inserted, created: true, check }
      }
      const known = await findConversion(tx, { visitorId: visitor.id, id })
      if (known?.goal === goal) return { conversion: known, created: false, check: null }
      throw new DomainError('conflict', 'This id belongs to another conversion: make a new one.', { id })
    })
    if (recorded.created) ctx.metrics.asks.inc({ goal })
    return recorded
  },
)

async function keepContact(
  tx: Executor,
  ctx: Context,
  { visitor, wish, trialId }: { visitor: VisitorIdentity; wish: OwnConversion; trialId: string | null },
): Promise<CheckFate | null> {
  const { id, goal: kind, contact, plan = null } = wish
  return contact ? takeAsk(tx, ctx, { visitor, ask: { id, kind, contact, plan, trialId } }) : null
}

import { findAskOf } from '#db/queries/asks'
import { insertVisitor } from '#db/queries/visitors'
import type { CheckFate } from '~/platform/addresses/request-check'
import { creditedTrial } from '~/platform/asks/credited-trial'
import { lockAddress, takeAsk } from '~/platform/asks/take-ask'
import { verb } from '~/platform/verb/verb'
import { plainAskSchema } from './schemas'

/**
 * Stores a question or a request for a call; neither is a conversion. The id comes from the client: sending the same again
 * changes nothing, and sends no message (null).
 *
 * @throws DomainError `not-found` for a browser without an id
 */
export const askPerson = verb(
  { permission: 'visitor', input: plainAskSchema },
  async ({ ctx, input: { id, kind, contact, plan = null, trial, moment } }): Promise<CheckFate | null> => {
    const { visitor } = ctx
    return ctx.db.transaction(async (tx) => {
      await lockAddress(tx, contact.email)
      const consent = visitor.persistent ? 'granted' : 'unset'
      await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: ctx.now(), consent })
      if (await findAskOf(tx, { visitorId: visitor.id, id })) return null
      const trialId = await creditedTrial(tx, visitor.id, trial)
      // A moment of another trial than the credited one would name a state that this one does not have.
      const at = trialId === trial && moment ? { atState: moment.state, atSeq: moment.seq } : {}
      return takeAsk(tx, ctx, { visitor, ask: { id, kind, contact, plan, trialId, ...at } })
    })
  },
)

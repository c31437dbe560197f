import { findAskOf } from '#db/queries/asks'
import { insertVisitor } from '#db/queries/visitors'
import { DomainError } from '~/domain/errors'
import type { CheckFate } from '~/platform/addresses/request-check'
import { creditedTrial } from '~/platform/asks/credited-trial'
import { lockAddress, takeAsk } from '~/platform/asks/take-ask'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { plainAskSchema } from './schemas'
import type { PlainAsk } from './schemas'

/**
 * Keeps a question or a wish to be called, which are no conversions. The id comes from the client: sending the same again
 * changes nothing, and sends no message (null).
 *
 * @throws DomainError `not-found` for a browser without an id
 */
export async function askPerson({ ctx, input }: VerbArgs<PlainAsk>): Promise<CheckFate | null> {
  const { visitor } = ctx
  if (!visitor) throw new DomainError('not-found', 'This browser has no id.')
  const { id, kind, contact, plan = null, trial } = parseInput(plainAskSchema, input)
  return ctx.db.transaction(async (tx) => {
    await lockAddress(tx, contact.email)
    const consent = visitor.persistent ? 'granted' : 'unset'
    await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: ctx.now(), consent })
    if (await findAskOf(tx, { visitorId: visitor.id, id })) return null
    const trialId = await creditedTrial(tx, visitor.id, trial)
    return takeAsk(tx, ctx, { visitor, ask: { id, kind, contact, plan, trialId } })
  })
}

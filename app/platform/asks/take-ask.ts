import type { Executor } from '#db/client'
import { holdNames } from '#db/queries/locks'
import { addressName } from '../addresses/address-name'
import { requestCheck } from '../addresses/request-check'
import type { CheckFate } from '../addresses/request-check'
import { typeAddress } from '../addresses/type-address'
import type { Context, VisitorIdentity } from '../context/context'
import { emailHash } from '../addresses/email-hash'
import { keepAsk } from './keep-ask'
import type { NewAsk } from './keep-ask'

/**
 * Keeps what is asked of a person with how to answer, and sends a message to the address, which is a hint at who they are
 * until it is verified. Gives what became of the message. The caller holds the name of the address.
 */
export async function takeAsk(
  tx: Executor,
  ctx: Context,
  { visitor, ask }: { visitor: VisitorIdentity; ask: NewAsk },
): Promise<CheckFate> {
  const { email } = ask.contact
  await typeAddress(tx, { visitor, email, at: ctx.now() })
  await keepAsk(tx, ctx, { visitor, ask })
  return requestCheck(tx, ctx, { visitor, email })
}

/** Before any row is held: whoever erases or verifies holds the name of the address first, too. */
export async function holdAddress(tx: Executor, email: string): Promise<void> {
  await holdNames(tx, [addressName(emailHash(email))])
}

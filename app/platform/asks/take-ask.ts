import type { Executor } from '#db/client'
import { lockNames } from '#db/queries/locks'
import { addressName } from '../addresses/address-name'
import { requestCheck } from '../addresses/request-check'
import type { CheckFate } from '../addresses/request-check'
import { typeAddress } from '../addresses/type-address'
import type { Context, VisitorIdentity } from '../context/context'
import { emailHash } from '../addresses/email-hash'
import { recordAsk } from './record-ask'
import type { NewAsk } from './record-ask'

/**
 * Records an ask with its contact address, and sends a verification message. Returns the outcome of sending. The caller
 * holds the lock of the address.
 */
export async function takeAsk(
  tx: Executor,
  ctx: Context,
  { visitor, ask }: { visitor: VisitorIdentity; ask: NewAsk },
): Promise<CheckFate> {
  const { email } = ask.contact
  await typeAddress(tx, { visitor, email, at: ctx.now() })
  await recordAsk(tx, ctx, { visitor, ask })
  return requestCheck(tx, ctx, { visitor, email })
}

/** Takes the lock of the address before any row is locked, in the same order as erasing and verifying. */
export async function lockAddress(tx: Executor, email: string): Promise<void> {
  await lockNames(tx, [addressName(emailHash(email))])
}

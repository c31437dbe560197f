import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { insertAccount, moveMembers } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/context/audit-actor'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { heldAccount, tellAccount } from './account-of.server'
import { splitSchema } from './schemas'

/**
 * Makes a new account of some members of another. Merging the new one into the old one takes it back.
 * @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage`; `not-found` for an unknown account, and
 *   when none of the visitors is in it
 */
export async function splitAccount({
  ctx,
  input,
}: VerbArgs<z.input<typeof splitSchema>>): Promise<{ id: string }> {
  permit(ctx, 'accounts.manage')
  const { account, visitors, name } = parseInput(splitSchema, input)
  const at = ctx.now()
  const id = uuidv7({ msecs: at.getTime() })
  await ctx.db.transaction(async (tx) => {
    await heldAccount(tx, account)
    await insertAccount(tx, { id, name, createdAt: at, createdBy: auditActor(ctx.actor).actorName })
    const moved = await moveMembers(tx, { from: account, to: id, visitorIds: visitors, at })
    if (moved === 0) throw new DomainError('not-found', 'None of them is in this account.')
    await tellAccount(tx, ctx, 'split', { id: account, into: id, moved, note: name })
  })
  return { id }
}

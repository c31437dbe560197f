import type { z } from 'zod'
import { deleteAccount, listMergedInto } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { heldAccount, tellAccount } from './account-of.server'
import { accountSchema } from './schemas'

/**
 * Deletes an account with its domains, invitations and memberships; its visitors and their trials stay. For good.
 * @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage`; `not-found`; `conflict` while another
 *   account is merged into it
 */
export async function removeAccount({ ctx, input }: VerbArgs<z.input<typeof accountSchema>>): Promise<void> {
  permit(ctx, 'accounts.manage')
  const { account } = parseInput(accountSchema, input)
  await ctx.db.transaction(async (tx) => {
    const { name } = await heldAccount(tx, account)
    if ((await listMergedInto(tx, account)).length > 0) {
      throw new DomainError('conflict', 'Other accounts are merged into this one: take that back first.')
    }
    await deleteAccount(tx, account)
    await tellAccount(tx, ctx, 'remove', { id: account, note: name })
  })
}

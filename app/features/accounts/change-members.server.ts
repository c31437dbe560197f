import type { z } from 'zod'
import { setRemoved } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { tellAccount } from './account-of.server'
import { membersSchema } from './schemas'

/**
 * Takes visitors out of an account, or puts them back. Who was taken out does not join again by domain.
 * @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage`; `not-found` when none of them is in it
 */
export async function changeMembers({ ctx, input }: VerbArgs<z.input<typeof membersSchema>>): Promise<void> {
  permit(ctx, 'accounts.manage')
  const { account, visitors, removed } = parseInput(membersSchema, input)
  await ctx.db.transaction(async (tx) => {
    const at = removed ? ctx.now() : null
    const changed = await setRemoved(tx, { accountId: account, visitorIds: visitors, at })
    if (changed === 0) throw new DomainError('not-found', 'None of them is in this account.')
    await tellAccount(tx, ctx, removed ? 'remove-members' : 'put-back', { id: account, visitors: changed })
  })
}

import type { z } from 'zod'
import { revokeInvitation as endInvitation } from '#db/queries/invitations'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { tellAccount } from './account-of.server'
import { invitationSchema } from './schemas'

/**
 * Ends an invitation. Who joined by it stays.
 * @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage`; `not-found` when there is none that holds
 */
export async function revokeInvitation({
  ctx,
  input,
}: VerbArgs<z.input<typeof invitationSchema>>): Promise<void> {
  permit(ctx, 'accounts.manage')
  const { account, invitation } = parseInput(invitationSchema, input)
  await ctx.db.transaction(async (tx) => {
    const ended = await endInvitation(tx, { id: invitation, accountId: account, at: ctx.now() })
    if (!ended) throw new DomainError('not-found', 'There is no such invitation.')
    await tellAccount(tx, ctx, 'revoke-invitation', { id: account })
  })
}

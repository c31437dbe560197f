import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { insertInvitation } from '#db/queries/invitations'
import { paths } from '~/paths'
import { auditActor } from '~/platform/context/audit-actor'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { heldAccount, tellAccount } from './account-of.server'
import { INVITATION_HOLDS_MS, newInvitationToken } from './invitation-token.server'
import { accountSchema } from './schemas'

/**
 * Makes a link by which whoever has it joins the account, for thirty days. It is shown once.
 * @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage`; `not-found`
 */
export async function makeInvitation({
  ctx,
  input,
}: VerbArgs<z.input<typeof accountSchema>>): Promise<{ path: string }> {
  permit(ctx, 'accounts.manage')
  const { account } = parseInput(accountSchema, input)
  const { token, tokenHash } = newInvitationToken()
  const createdAt = ctx.now()
  await ctx.db.transaction(async (tx) => {
    await heldAccount(tx, account)
    await insertInvitation(tx, {
      ...{ id: uuidv7({ msecs: createdAt.getTime() }), accountId: account, tokenHash, createdAt },
      createdBy: auditActor(ctx.actor).actorName,
      expiresAt: new Date(createdAt.getTime() + INVITATION_HOLDS_MS),
    })
    await tellAccount(tx, ctx, 'invite', { id: account })
  })
  return { path: paths.join(token) }
}

import type { z } from 'zod'
import type { Executor } from '#db/client'
import { putMember } from '#db/queries/account-members'
import { countUse, findInvitation } from '#db/queries/invitations'
import { insertVisitor } from '#db/queries/visitors'
import { DomainError } from '~/domain/errors'
import type { Context, VerbArgs } from '~/platform/context/context'
import { hashInvitationToken } from './invitation-token.server'
import type { joinSchema } from './schemas'

type Token = z.input<typeof joinSchema>

/** What an invitation is to. @throws DomainError `not-found` for one that is unknown, revoked or too old */
export async function readInvitation({ ctx, input }: VerbArgs<Token>): Promise<{ account: string }> {
  const { account } = await holding(ctx.db, ctx, input)
  return { account }
}

/**
 * This browser joins the account of an invitation, and leaves the one it was in.
 * @throws DomainError `not-found` as `readInvitation`, and for a browser without an id
 */
export async function joinAccount({ ctx, input }: VerbArgs<Token>): Promise<{ account: string }> {
  const { visitor } = ctx
  if (!visitor) throw new DomainError('not-found', 'This browser has no id.')
  const at = ctx.now()
  return ctx.db.transaction(async (tx) => {
    const { id, accountId, account } = await holding(tx, ctx, input)
    const consent = visitor.persistent ? 'granted' : 'unset'
    await insertVisitor(tx, { visitorId: visitor.id, firstSeenAt: at, consent })
    await putMember(tx, { visitorId: visitor.id, accountId, joinedBy: 'invitation', joinedAt: at })
    await countUse(tx, id)
    return { account }
  })
}

async function holding(db: Executor, { now }: Context, { token }: Token) {
  const found = await findInvitation(db, hashInvitationToken(token.slice(0, 100)), now())
  if (found) return found
  throw new DomainError('not-found', 'This invitation is not valid any more.')
}

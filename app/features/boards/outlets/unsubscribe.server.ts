import { z } from 'zod'
import { unsubscribeReader } from '#db/queries/board-mails'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { hashUnsubscribeToken } from './unsubscribe-token'

/** Sends no more of a board to who has this link. Pressing it again changes nothing. @throws DomainError `not-found` */
export const unsubscribe = verb(
  { permission: 'anyone', input: z.object({ token: z.string().max(100) }) },
  async ({ ctx, input: { token } }): Promise<void> => {
    const reader = await unsubscribeReader(ctx.db, hashUnsubscribeToken(token), ctx.now())
    if (!reader) throw new DomainError('not-found', 'This link does not work (any more).')
  },
)

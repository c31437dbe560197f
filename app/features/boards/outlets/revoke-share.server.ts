import { z } from 'zod'
import { revokeShareRow } from '#db/queries/board-shares'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'

/** Closes a link for good, and deletes the figures that it kept. */
export const revokeShare = verb(
  { permission: 'shares.manage', input: z.object({ id: z.uuid() }), audit: ['share.revoke'] },
  async ({ ctx, input: { id }, audit }): Promise<void> =>
    ctx.db.transaction(async (tx) => {
      const share = await revokeShareRow(tx, id, ctx.now())
      if (!share) throw new DomainError('not-found', 'There is no such link that still works.')
      await audit(tx, 'share.revoke', { subject: id, data: { note: share.board } })
    }),
)

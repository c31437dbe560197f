import { listBoardMailReaders, listBoardMailRows } from '#db/queries/board-mails'
import { listShareRows } from '#db/queries/board-shares'
import { verb } from '~/platform/verb/verb'
import type { OutletList } from './outlet-views'

const MOST = 100

/** The links and the mails of boards: who made them, when they end, and what became of them. */
export const listOutlets = verb({ permission: 'shares.manage' }, async ({ ctx }): Promise<OutletList> => {
  const shares = await listShareRows(ctx.db, MOST)
  const mails = await listBoardMailRows(ctx.db)
  const readers = await listBoardMailReaders(
    ctx.db,
    mails.map(({ id }) => id),
  )
  const now = ctx.now()
  return {
    shares: shares.map(({ revokedAt, expiresAt, createdBy: _createdBy, ...share }) => ({
      ...share,
      expiresAt,
      state: revokedAt !== null ? 'revoked' : expiresAt <= now ? 'expired' : 'open',
    })),
    mails: mails.map(({ ownerId: _ownerId, ...mail }) => ({
      ...mail,
      readers: readers
        .filter(({ boardMailId }) => boardMailId === mail.id)
        .map(({ email, unsubscribedAt, state, problem }) => ({
          ...{ email, problem },
          state: unsubscribedAt !== null ? ('unsubscribed' as const) : state,
        })),
    })),
  }
})

import { z } from 'zod'
import { findShareByHash, markShareOpened, type BoardShareRow } from '#db/queries/board-shares'
import { findPerson } from '#db/queries/people'
import { isAllowed } from '~/domain/access/permissions'
import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { networkKey } from '~/platform/http/network-key'
import { fixedT } from '~/platform/language/i18n'
import { hashLinkToken } from '~/platform/sign-in/link-token'
import { verb } from '~/platform/verb/verb'
import { boardFormat } from '../figures/board-format'
import { readBoardTables, type BoardTables } from '../tables/read-board-tables.server'
import { outletContext } from './outlet-context'
import { readableBoard, type ReadableBoard } from './readable-board'
import { SHARE_PURPOSE } from './share-terms'

export interface SharedBoard extends ReadableBoard {
  isFrozen: boolean
  expiresAt: Date
  timeZone: string
}

const inputSchema = z.object({ token: z.string().max(100) })

/**
 * A shared board, for whoever has its link. A link that never was, has expired, was revoked, or whose maker may no longer read
 * boards is the same to them: it does not work.
 * @throws DomainError `gone`, `rate-limited`
 */
export const openShare = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { token } }): Promise<SharedBoard> => {
    slowDown(ctx)
    const share = await findShareByHash(ctx.db, hashLinkToken(SHARE_PURPOSE, token))
    if (!share || !(await isWorking(ctx, share)))
      throw new DomainError('gone', 'This link does not work (any more).')
    const tables = await tablesOf(ctx, share)
    await markShareOpened(ctx.db, share.id, ctx.now())
    const format = boardFormat(ctx.locale, tables.timeZone)
    const board = readableBoard(tables, { t: fixedT(ctx.locale, 'outlets'), format })
    const { expiresAt, frozen } = share
    return { ...board, isFrozen: frozen !== null, expiresAt, timeZone: tables.timeZone }
  },
)

async function isWorking({ db, now }: Context, share: BoardShareRow): Promise<boolean> {
  if (share.revokedAt !== null || share.expiresAt <= now()) return false
  const maker = await findPerson(db, share.createdBy)
  return maker !== null && isAllowed(maker.roles, 'boards.read') && isAllowed(maker.roles, 'shares.manage')
}

async function tablesOf(ctx: Context, { board, parameters, frozen }: BoardShareRow): Promise<BoardTables> {
  // Written by `shareBoard`, with instants as texts.
  if (frozen !== null) return frozen as BoardTables
  return readBoardTables({ ctx: outletContext(ctx), input: { board, parameters } })
}

function slowDown({ client, outletLimits, env, now }: Context): void {
  const network = client ? networkKey(client.address, now(), env.secret) : 'none'
  const waitMs = outletLimits.shares.take(network, now())
  if (waitMs === null) return
  const retryAfter = Math.ceil(waitMs / 1_000)
  throw new DomainError('rate-limited', `Too many requests. Try again in ${retryAfter} s.`, { retryAfter })
}

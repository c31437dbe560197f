import { z } from 'zod'
import { v7 as uuidv7 } from 'uuid'
import { insertShare } from '#db/queries/board-shares'
import { DAY_MS } from '~/domain/day'
import { verb } from '~/platform/verb/verb'
import { newLinkToken } from '~/platform/sign-in/link-token'
import { readBoardTables } from '../tables/read-board-tables.server'
import { outletContext } from './outlet-context'
import { refusePersonal, rollingParameters, boardViewSchema } from './outlet-view.server'
import { MOST_SHARE_DAYS, SHARE_PURPOSE } from './share-terms'

const inputSchema = boardViewSchema.extend({
  period: z.enum(['frozen', 'rolling']),
  days: z.coerce.number({ error: 'days' }).int('days').min(1, 'days').max(MOST_SHARE_DAYS, 'days'),
})

/**
 * Makes a read-only link to a view of a board. The token is in the answer alone. Frozen figures are stored as they are; rolling
 * ones are computed when the link is opened.
 * @throws DomainError `invalid-input` for a view of single trials or of named companies
 */
export const shareBoard = verb(
  { permission: 'shares.manage', input: inputSchema, audit: ['share.create'], mayNeed: ['boards.read'] },
  async ({ ctx, input, audit, need }): Promise<{ id: string; token: string }> => {
    need('boards.read')
    refusePersonal(input)
    const { board, period, days } = input
    const isFrozen = period === 'frozen'
    const parameters = isFrozen ? input.parameters : rollingParameters(input.parameters)
    // Read in both cases, so that what cannot be opened is refused now.
    const tables = await readBoardTables({ ctx: outletContext(ctx), input: { board, parameters } })
    const at = ctx.now()
    const id = uuidv7({ msecs: at.getTime() })
    const { token, hash: tokenHash } = newLinkToken(SHARE_PURPOSE)
    const by = ctx.actor.kind === 'staff' ? ctx.actor : { id: '', name: '' }
    await ctx.db.transaction(async (tx) => {
      await insertShare(tx, {
        ...{ id, tokenHash, board, parameters, frozen: isFrozen ? tables : null, createdAt: at },
        ...{ createdBy: by.id, createdByName: by.name, expiresAt: new Date(at.getTime() + days * DAY_MS) },
      })
      await audit(tx, 'share.create', { subject: id, at, data: { note: board, parameters, isFrozen } })
    })
    return { id, token }
  },
)

import { z } from 'zod'
import { lockVisitor } from '#db/queries/visitors'
import { verb } from '~/platform/verb/verb'
import { channelTouch } from './channel/channel'
import { recordTouch } from './record-touch.server'
import { touchSchema } from '../schemas'

const inputSchema = z.strictObject({ touch: touchSchema, ownHost: z.string().nullable() })

/**
 * Keeps that a visitor who is known came back, and from where. One who did not agree to be remembered, or who never began
 * a trial, is not written down.
 */
export const recordLanding = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { touch, ownHost } }): Promise<void> => {
    const { visitor } = ctx
    if (!visitor?.persistent) return
    const at = ctx.now()
    await ctx.db.transaction(async (tx) => {
      if (!(await lockVisitor(tx, visitor.id))) return
      await recordTouch(tx, { visitorId: visitor.id, touch: channelTouch(touch, ownHost), at })
    })
  },
)

import { z } from 'zod'
import { deleteTouchesOf } from '#db/queries/touches'
import { forgetTouches } from '#db/queries/trials'
import { setVisitorConsent } from '#db/queries/visitors'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.strictObject({ consent: z.enum(['granted', 'denied']) })

/**
 * Keeps what this browser agreed to. Whoever refuses after having agreed is no longer told by where they came from. A
 * browser that began no trial has no row, and gets none by answering.
 */
export const recordConsent = verb(
  { permission: 'anyone', input: inputSchema },
  async ({ ctx, input: { consent } }): Promise<void> => {
    const { visitor } = ctx
    if (!visitor) return
    await ctx.db.transaction(async (tx) => {
      await setVisitorConsent(tx, visitor.id, consent)
      if (consent === 'granted') return
      await forgetTouches(tx, visitor.id)
      await deleteTouchesOf(tx, visitor.id)
    })
  },
)

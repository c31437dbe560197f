import { z } from 'zod'
import { deleteTouchesOf } from '#db/queries/touches'
import { deleteHelpSearchesOf } from '#db/queries/help-searches'
import { deleteViewsOf } from '#db/queries/page-views'
import { forgetTouches } from '#db/queries/trials'
import { deleteExposuresOf } from '#db/queries/splits'
import { setVisitorConsent } from '#db/queries/visitors'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.strictObject({ consent: z.enum(['granted', 'denied']) })

/**
 * Stores what this browser agreed to. Withdrawing consent removes where the visitor came from and which sides
 * of splits they were shown. A browser that has no row,
 * because it began no trial, gets none by answering.
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
      await deleteHelpSearchesOf(tx, visitor.id)
      await deleteViewsOf(tx, visitor.id)
      await deleteExposuresOf(tx, visitor.id)
    })
  },
)

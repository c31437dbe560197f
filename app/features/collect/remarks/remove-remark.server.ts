import { z } from 'zod'
import { deleteRemark } from '#db/queries/remarks'
import { verb } from '~/platform/verb/verb'
import { ownTrial } from '../own-trial.server'

const inputSchema = z.strictObject({ trial: z.uuid(), id: z.uuid() })

/**
 * Deletes a remark of the prospect's own, with what the team noted about it. One that is not there is gone already.
 * @throws DomainError `not-found` unless the trial is this visitor's
 */
export const removeRemark = verb(
  { permission: 'visitor', input: inputSchema },
  async ({ ctx, input: { trial, id } }): Promise<void> => {
    const key = { visitorId: ctx.visitor.id, id: trial }
    await ctx.db.transaction(async (tx) => {
      await ownTrial(tx, key)
      await deleteRemark(tx, key, id)
    })
  },
)

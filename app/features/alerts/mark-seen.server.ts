import { v7 as uuidv7 } from 'uuid'
import { insertAlertEntry, markAlertSeen } from '#db/queries/alerts'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { alertIdSchema } from './schemas'

/** Says that somebody knows of an alert. It closes by itself when the measure is back. */
export const markSeen = verb(
  { permission: 'alerts.manage', input: alertIdSchema, audit: ['alert.see'] },
  async ({ ctx, input: { id }, audit }): Promise<void> => {
    const at = ctx.now()
    await ctx.db.transaction(async (tx) => {
      if (!(await markAlertSeen(tx, id))) throw new DomainError('not-found', 'There is no such open alert.')
      const byName = auditActor(ctx.actor).actorName
      await insertAlertEntry(tx, {
        id: uuidv7({ msecs: at.getTime() }),
        alertId: id,
        at,
        kind: 'seen',
        byName,
      })
      await audit(tx, 'alert.see', { subject: id, at })
    })
  },
)

import { deleteSwitch, insertSwitch } from '#db/queries/alerts'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { switchSchema } from './schemas'

/** Watches a measure, or no longer. Its open alerts are closed when the next day is judged. */
export const switchMeasure = verb(
  { permission: 'alerts.manage', input: switchSchema, audit: ['alert.switch-on', 'alert.switch-off'] },
  async ({ ctx, input: { measure, on }, audit }): Promise<void> =>
    ctx.db.transaction(async (tx) => {
      const offBy = auditActor(ctx.actor).actorName
      if (on) await deleteSwitch(tx, measure)
      else await insertSwitch(tx, { measure, offSince: ctx.now(), offBy })
      await audit(tx, on ? 'alert.switch-on' : 'alert.switch-off', { subject: measure })
    }),
)

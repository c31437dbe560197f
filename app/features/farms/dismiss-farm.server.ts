import { z } from 'zod'
import { setDismissed } from '#db/queries/farms'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'

const inputSchema = z.object({
  farm: z.uuid(),
  /** False restores the finding. */
  dismissed: z.boolean().default(true),
  reason: z
    .string()
    .trim()
    .max(300)
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u)
    .default(''),
})

/**
 * Dismisses a finding, or restores it. Its trials keep their signals: to count them, judge them.
 * @throws DomainError `not-found`
 */
export const dismissFarm = verb(
  { permission: 'trials.judge', input: inputSchema, audit: ['farm.dismiss', 'farm.restore'] },
  async ({ ctx, input: { farm, dismissed, reason }, audit }): Promise<void> => {
    const at = ctx.now()
    await ctx.db.transaction(async (tx) => {
      const found = await setDismissed(
        tx,
        farm,
        dismissed ? { at, by: auditActor(ctx.actor).actorName, reason } : null,
      )
      if (!found) throw new DomainError('not-found', 'There is no such finding.')
      const data = reason ? { note: reason } : {}
      await audit(tx, dismissed ? 'farm.dismiss' : 'farm.restore', { subject: farm, at, data })
    })
  },
)

import { z } from 'zod'
import { insertAuditEntry } from '#db/queries/audit'
import { setDismissed } from '#db/queries/farms'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'

const inputSchema = z.object({
  farm: z.uuid(),
  /** False brings the finding back. */
  dismissed: z.boolean().default(true),
  reason: z
    .string()
    .trim()
    .max(300)
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u)
    .default(''),
})

/**
 * Lets a finding rest, or brings it back. Its trials keep their signals: to count them, judge them.
 * @throws DomainError `unauthenticated` or `forbidden` without `trials.judge`; `not-found`
 */
export async function dismissFarm({ ctx, input }: VerbArgs<z.input<typeof inputSchema>>): Promise<void> {
  permit(ctx, 'trials.judge')
  const { farm, dismissed, reason } = parseInput(inputSchema, input)
  const at = ctx.now()
  const actor = auditActor(ctx.actor)
  await ctx.db.transaction(async (tx) => {
    const found = await setDismissed(tx, farm, dismissed ? { at, by: actor.actorName, reason } : null)
    if (!found) throw new DomainError('not-found', 'There is no such finding.')
    await insertAuditEntry(tx, {
      ...{ ...actor, at, action: dismissed ? 'farm.dismiss' : 'farm.restore' },
      ...{ subjectKind: 'farm', subjectId: farm, data: reason ? { note: reason } : {} },
    })
  })
}

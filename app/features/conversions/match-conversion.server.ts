import type { z } from 'zod'
import { insertAuditEntry } from '#db/queries/audit'
import { findTrialById } from '#db/queries/boards/find-trial'
import { lockUnmatched } from '#db/queries/unmatched-conversions'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/server/audit-actor'
import { permit } from '~/server/context'
import type { VerbArgs } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import { giveToVisitor } from './correct-conversion.server'
import { matchSchema } from './schemas'

/**
 * Credits an unmatched conversion to a trial that a person chose. Corrections told later do not move it away.
 *
 * @throws DomainError `unauthenticated` or `forbidden` without `conversions.manage`; `not-found` when there is no such
 *   unmatched conversion or trial; `conflict` when it was withdrawn.
 */
export async function matchConversion({ ctx, input }: VerbArgs<z.input<typeof matchSchema>>): Promise<void> {
  permit(ctx, 'conversions.manage')
  const wish = parseInput(matchSchema, input)
  await ctx.db.transaction(async (tx) => {
    const unmatched = await lockUnmatched(tx, wish.id)
    if (!unmatched) throw new DomainError('not-found', 'There is no such unmatched conversion.')
    if (unmatched.withdrawnAt) throw new DomainError('conflict', 'This conversion was withdrawn.')
    const trial = await findTrialById(tx, wish.trial)
    if (!trial) throw new DomainError('not-found', 'There is no such trial.', { at: 'trial' })
    await giveToVisitor(tx, unmatched, { visitorId: trial.visitorId, trialId: trial.id, matchedBy: 'hand' })
    const data = { goal: unmatched.goal }
    await insertAuditEntry(tx, {
      ...auditActor(ctx.actor),
      ...{ at: ctx.now(), action: 'conversion.match', subjectKind: 'conversion', subjectId: wish.id, data },
    })
  })
}

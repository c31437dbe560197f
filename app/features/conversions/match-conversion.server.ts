import type { z } from 'zod'
import { insertAuditEntry } from '#db/queries/audit'
import { findTrialById } from '#db/queries/boards/find-trial'
import type { Executor } from '#db/client'
import { deleteConversion, insertConversion } from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import type { UnmatchedRow } from '#db/queries/unmatched-conversions'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { assignToVisitor } from '~/platform/addresses/rematch-reports'
import { lockConversion } from './lock-conversion.server'
import { matchSchema } from './schemas'

/**
 * Credits a conversion to a trial that a person chose: one of nobody known, or one that was found by an address which nobody
 * verified. Neither corrections nor addresses verified later move it away.
 *
 * @throws DomainError `unauthenticated` or `forbidden` without `conversions.manage`; `not-found` when there is no such
 *   conversion or trial, and for one whose visitor is known; `conflict` when it was withdrawn.
 */
export async function matchConversion({ ctx, input }: VerbArgs<z.input<typeof matchSchema>>): Promise<void> {
  permit(ctx, 'conversions.manage')
  const wish = parseInput(matchSchema, input)
  await ctx.db.transaction(async (tx) => {
    const told = await lockConversion(tx, wish.id)
    if (!told) throw noUnmatched()
    if (told.withdrawnAt) throw new DomainError('conflict', 'This conversion was withdrawn.')
    const trial = await findTrialById(tx, wish.trial)
    if (!trial) throw new DomainError('not-found', 'There is no such trial.', { at: 'trial' })
    await creditByHand(tx, told, { visitorId: trial.visitorId, trialId: trial.id })
    const data = { goal: told.goal }
    await insertAuditEntry(tx, {
      ...auditActor(ctx.actor),
      ...{ at: ctx.now(), action: 'conversion.match', subjectKind: 'conversion', subjectId: wish.id, data },
    })
  })
}

const noUnmatched = (): DomainError => new DomainError('not-found', 'There is no such unmatched conversion.')

async function creditByHand(
  tx: Executor,
  told: ConversionRow | UnmatchedRow,
  trial: { visitorId: string; trialId: string },
): Promise<void> {
  const subject = { ...trial, matchedBy: 'hand' as const, unverified: false }
  if (!('visitorId' in told)) return assignToVisitor(tx, told, subject)
  if (!told.unverified) throw noUnmatched()
  await deleteConversion(tx, told)
  await insertConversion(tx, { ...told, ...subject })
}

import { findTrialById } from '#db/queries/trial-by-id'
import type { Executor } from '#db/client'
import { deleteConversion, insertConversion } from '#db/queries/conversions'
import type { ConversionRow } from '#db/queries/conversions'
import type { UnmatchedRow } from '#db/queries/unmatched-conversions'
import { DomainError } from '~/domain/errors'
import { assignToVisitor } from '~/platform/addresses/rematch-reports'
import { verb } from '~/platform/verb/verb'
import { lockConversion } from './lock-conversion.server'
import { matchSchema } from '../schemas'

/**
 * Credits a conversion to a trial that a person chose: one of nobody known, or one that was found by an address which nobody
 * verified. Neither corrections nor addresses verified later move it away.
 *
 * @throws DomainError `not-found` when there is no such
 *   conversion or trial, and for one whose visitor is known; `conflict` when it was withdrawn.
 */
export const matchConversion = verb(
  { permission: 'conversions.manage', input: matchSchema, audit: ['conversion.match'] },
  async ({ ctx, input: wish, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      const report = await lockConversion(tx, wish.id)
      if (!report) throw noUnmatched()
      if (report.withdrawnAt) throw new DomainError('conflict', 'This conversion was withdrawn.')
      const trial = await findTrialById(tx, wish.trial)
      if (!trial) throw new DomainError('not-found', 'There is no such trial.', { at: 'trial' })
      await creditByHand(tx, report, { visitorId: trial.visitorId, trialId: trial.id })
      await audit(tx, 'conversion.match', { subject: wish.id, data: { goal: report.goal } })
    })
  },
)

const noUnmatched = (): DomainError => new DomainError('not-found', 'There is no such unmatched conversion.')

async function creditByHand(
  tx: Executor,
  report: ConversionRow | UnmatchedRow,
  trial: { visitorId: string; trialId: string },
): Promise<void> {
  const subject = { ...trial, matchedBy: 'hand' as const, unverified: false }
  if (!('visitorId' in report)) return assignToVisitor(tx, report, subject)
  if (!report.unverified) throw noUnmatched()
  await deleteConversion(tx, report)
  await insertConversion(tx, { ...report, ...subject })
}

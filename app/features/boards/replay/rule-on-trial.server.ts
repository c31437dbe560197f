import { lockTrialById, setRuling } from '#db/queries/trial-signals'
import { DomainError } from '~/domain/errors'
import { countingFlags } from '~/domain/trial/signals'
import type { Ruling } from '~/domain/trial/signals'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { rulingSchema } from './ruling-schema'

/**
 * Lifts the flags of a trial, flags it, or takes back what was decided before; with a reason, and in the audit. It holds
 * whatever is noticed later, until it is taken back.
 *
 * @throws DomainError `invalid-input` for a decision without a
 *   reason; `not-found` when there is no such trial
 */
export const ruleOnTrial = verb(
  {
    permission: 'trials.judge',
    input: rulingSchema,
    audit: ['trial.judge-flagged', 'trial.judge-cleared', 'trial.judge-none'],
  },
  async ({ ctx, input: { trial: id, verdict, reason }, audit }): Promise<void> => {
    if (verdict !== 'none' && reason === '') {
      const message = 'Say why.'
      throw new DomainError('invalid-input', message, { issues: [{ at: 'reason', message }] })
    }
    const at = ctx.now()
    await ctx.db.transaction(async (tx) => {
      const trial = await lockTrialById(tx, id)
      if (!trial) throw new DomainError('not-found', 'There is no such trial.')
      const ruling: Ruling | null =
        verdict === 'none'
          ? null
          : { verdict, reason, by: auditActor(ctx.actor).actorName, at: at.toISOString() }
      await setRuling(tx, trial, { ruling, flags: countingFlags(trial.signals, ruling) })
      const before = trial.ruling?.verdict ?? 'none'
      const data = { before, flags: trial.flags, ...(reason && { note: reason }) }
      await audit(tx, `trial.judge-${verdict}`, { subject: id, at, data })
    })
  },
)

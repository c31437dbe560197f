import type { z } from 'zod'
import { insertAuditEntry } from '#db/queries/audit'
import { lockTrialById, setRuling } from '#db/queries/judged-trials'
import { DomainError } from '~/domain/errors'
import type { Ruling } from '~/domain/trial/signals'
import { countingFlags } from '~/domain/trial/signals'
import { auditActor } from '~/platform/audit/audit-actor'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { judgeSchema } from './judge-schema'

/**
 * Lifts the flags of a trial, flags it, or takes back what was decided before; with a reason, and in the audit. It holds
 * whatever is noticed later, until it is taken back.
 *
 * @throws DomainError `unauthenticated` or `forbidden` without `trials.judge`; `invalid-input` for a decision without a
 *   reason; `not-found` when there is no such trial
 */
export async function judgeTrial({ ctx, input }: VerbArgs<z.input<typeof judgeSchema>>): Promise<void> {
  permit(ctx, 'trials.judge')
  const { trial: id, verdict, reason } = parseInput(judgeSchema, input)
  if (verdict !== 'none' && reason === '') {
    const message = 'Say why.'
    throw new DomainError('invalid-input', message, { issues: [{ at: 'reason', message }] })
  }
  const at = ctx.now()
  const actor = auditActor(ctx.actor)
  await ctx.db.transaction(async (tx) => {
    const trial = await lockTrialById(tx, id)
    if (!trial) throw new DomainError('not-found', 'There is no such trial.')
    const ruling: Ruling | null =
      verdict === 'none' ? null : { verdict, reason, by: actor.actorName, at: at.toISOString() }
    await setRuling(tx, trial, { ruling, flags: countingFlags(trial.signals, ruling) })
    const before = trial.ruling?.verdict ?? 'none'
    await insertAuditEntry(tx, {
      ...{ ...actor, at, action: `trial.judge-${verdict}`, subjectKind: 'trial', subjectId: id },
      data: { before, flags: trial.flags, ...(reason && { note: reason }) },
    })
  })
}

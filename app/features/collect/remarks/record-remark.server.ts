import { z } from 'zod'
import { listRemarksOfTrial, upsertRemark } from '#db/queries/remarks'
import type { RemarkRow } from '#db/queries/remarks'
import { lockVisitor } from '#db/queries/visitors'
import { ownIdSchema } from '~/domain/ask-contact'
import { DomainError } from '~/domain/errors'
import { MOST_REMARKS } from '~/domain/trial/remark'
import { verb } from '~/platform/verb/verb'
import { ownTrial } from '../own-trial.server'
import { remarkSchema } from '../schemas'

const inputSchema = remarkSchema.extend({ trial: z.uuid(), id: ownIdSchema })

/**
 * Keeps what a prospect says at one moment of their trial. The id is the client's own: saying it again replaces it. It may
 * arrive long after it was said, and before the events that led to it.
 *
 * @throws DomainError `not-found` unless the trial is this visitor's; `invalid-input` for a state that its demo does not
 *   have; `conflict` when the trial has too many
 */
export const recordRemark = verb(
  { permission: 'visitor', input: inputSchema },
  async ({ ctx, input: { trial: trialId, id, kind, text, state, seq, at: atMs } }): Promise<RemarkRow> => {
    const { visitor } = ctx
    const key = { visitorId: visitor.id, id: trialId }
    return ctx.db.transaction(async (tx) => {
      await lockVisitor(tx, visitor.id)
      const trial = await ownTrial(tx, key)
      const { states } = await ctx.trials.compiled(trial.revisionId)
      if (!states.has(state)) refuseState(state)
      const said = await listRemarksOfTrial(tx, key)
      if (said.length >= MOST_REMARKS && !said.some((one) => one.id === id)) refuseMore()
      const at = new Date(Math.min(trial.startedAt.getTime() + atMs, ctx.now().getTime()))
      const row = {
        ...{ visitorId: visitor.id, id, trialId, kind, text, state, seq, atMs, at },
        locale: ctx.locale,
      }
      await upsertRemark(tx, row)
      return row
    })
  },
)

function refuseState(state: string): never {
  const message = `The demo has no state “${state}”.`
  throw new DomainError('invalid-input', message, { issues: [{ at: 'state', message }] })
}

function refuseMore(): never {
  throw new DomainError('conflict', `A trial keeps at most ${MOST_REMARKS} remarks.`)
}

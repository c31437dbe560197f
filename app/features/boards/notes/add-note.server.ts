import { v7 as uuidv7 } from 'uuid'
import { findTrialById } from '#db/queries/trial-by-id'
import { insertTrialNote, listTrialNotes } from '#db/queries/trial-notes'
import { DomainError } from '~/domain/errors'
import { MOST_NOTES } from '~/domain/trial/note'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { addNoteSchema } from './schemas'

/**
 * Notes something on a trial, for everybody who may see it.
 * @throws DomainError `not-found` when there is no such trial; `conflict` when it has too many notes
 */
export const addNote = verb(
  { permission: 'trials.note', input: addNoteSchema, audit: ['trial.note'] },
  ({ ctx, input: { trial: trialId, text }, audit }): Promise<string> =>
    ctx.db.transaction(async (tx) => {
      const trial = await findTrialById(tx, trialId)
      if (!trial) throw new DomainError('not-found', 'There is no such trial.')
      if ((await listTrialNotes(tx, trial)).length >= MOST_NOTES) {
        throw new DomainError('conflict', `A trial keeps at most ${MOST_NOTES} notes.`)
      }
      const { visitorId } = trial
      const id = uuidv7()
      const authorId = ctx.actor.kind === 'staff' ? ctx.actor.id : null
      const { actorName: authorName } = auditActor(ctx.actor)
      await insertTrialNote(tx, { visitorId, id, trialId, text, authorId, authorName, at: ctx.now() })
      await audit(tx, 'trial.note', { subject: trialId })
      return id
    }),
)

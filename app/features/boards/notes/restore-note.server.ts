import { verb } from '~/platform/verb/verb'
import { changeOwnNote, ownNote } from './own-note.server'
import { removeNoteSchema } from './schemas'

/**
 * Brings back an own note that was removed.
 * @throws DomainError as `ownNote`; `conflict` when it was changed since
 */
export const restoreNote = verb(
  { permission: 'trials.note', input: removeNoteSchema, audit: ['trial.restore-note'] },
  ({ ctx, input: { note: id, version }, audit }): Promise<void> =>
    ctx.db.transaction(async (tx) => {
      const note = await ownNote(ctx, tx, id)
      await changeOwnNote(tx, note, version, { removedAt: null })
      await audit(tx, 'trial.restore-note', { subject: note.trialId })
    }),
)

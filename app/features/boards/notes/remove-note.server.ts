import { verb } from '~/platform/verb/verb'
import { changeOwnNote, ownNote } from './own-note.server'
import { removeNoteSchema } from './schemas'

/**
 * Removes an own note; for a day `restoreNote` brings it back, by the returned version.
 * @throws DomainError as `ownNote`; `conflict` when it was changed since it was read
 */
export const removeNote = verb(
  { permission: 'trials.note', input: removeNoteSchema, audit: ['trial.remove-note'] },
  ({ ctx, input: { note: id, version }, audit }): Promise<{ version: number }> =>
    ctx.db.transaction(async (tx) => {
      const note = await ownNote(ctx, tx, id)
      await changeOwnNote(tx, note, version, { removedAt: ctx.now() })
      await audit(tx, 'trial.remove-note', { subject: note.trialId })
      return { version: version + 1 }
    }),
)

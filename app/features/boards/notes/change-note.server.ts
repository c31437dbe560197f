import { verb } from '~/platform/verb/verb'
import { changeOwnNote, ownNote } from './own-note.server'
import { changeNoteSchema } from './schemas'

/**
 * Gives an own note another text. Returns the one before and the new version, by which that can be undone.
 * @throws DomainError as `ownNote`; `conflict` when it was changed since it was read
 */
export const changeNote = verb(
  { permission: 'trials.note', input: changeNoteSchema, audit: ['trial.change-note'] },
  ({ ctx, input: { note: id, version, text }, audit }): Promise<{ before: string; version: number }> =>
    ctx.db.transaction(async (tx) => {
      const note = await ownNote(ctx, tx, id)
      await changeOwnNote(tx, note, version, { text, changedAt: ctx.now() })
      await audit(tx, 'trial.change-note', { subject: note.trialId })
      return { before: note.text, version: version + 1 }
    }),
)

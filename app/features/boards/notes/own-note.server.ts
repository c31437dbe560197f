import type { Executor } from '#db/client'
import { findTrialNote, updateTrialNote } from '#db/queries/trial-notes'
import type { TrialNoteRow } from '#db/queries/trial-notes'
import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'

/**
 * A note of the person who acts.
 * @throws DomainError `not-found` when there is none; `forbidden` when somebody else wrote it
 */
export async function ownNote({ actor }: Context, tx: Executor, id: string): Promise<TrialNoteRow> {
  const note = await findTrialNote(tx, id)
  if (!note) throw new DomainError('not-found', 'There is no such note.')
  const isOwn = actor.kind === 'staff' && actor.id === note.authorId
  if (!isOwn) throw new DomainError('forbidden', 'Only who wrote a note may change it.')
  return note
}

/** Changes a note as it was read. @throws DomainError `conflict` when it was changed since */
export async function changeOwnNote(
  tx: Executor,
  note: TrialNoteRow,
  version: number,
  change: Parameters<typeof updateTrialNote>[2],
): Promise<void> {
  if (await updateTrialNote(tx, { ...note, version }, change)) return
  throw new DomainError('conflict', 'This note was changed meanwhile: look at it again.')
}

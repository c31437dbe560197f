import type { z } from 'zod'
import { isDomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import { addNote } from './add-note.server'
import { changeNote } from './change-note.server'
import { removeNote } from './remove-note.server'
import { restoreNote } from './restore-note.server'
import type { NOTE_FIELDS } from './schemas'
import type { NoteAnswer } from './shown-note'

type Fields = z.output<(typeof NOTE_FIELDS)[number]>

/** Does what a form of the notes asks for. A note that was changed meanwhile is left as it is. */
export async function runNoteForm(ctx: Context, trial: string, fields: Fields): Promise<NoteAnswer | null> {
  try {
    return await doAsked(ctx, trial, fields)
  } catch (error) {
    if (isDomainError(error) && error.code === 'conflict') return { did: 'conflict' }
    throw error
  }
}

async function doAsked(ctx: Context, trial: string, fields: Fields): Promise<NoteAnswer | null> {
  switch (fields.intent) {
    case 'note-add':
      await addNote({ ctx, input: { trial, text: fields.text } })
      return null
    case 'note-change':
      return { did: 'change', note: fields.note, ...(await changeNote({ ctx, input: fields })) }
    case 'note-remove':
      return { did: 'remove', note: fields.note, ...(await removeNote({ ctx, input: fields })) }
    case 'note-restore':
      await restoreNote({ ctx, input: fields })
      return null
  }
}

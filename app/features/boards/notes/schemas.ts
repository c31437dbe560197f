import { z } from 'zod'
import { TRIAL_NOTE_LENGTH } from '~/domain/trial/note'

const text = z
  .string()
  .transform((said) => said.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(TRIAL_NOTE_LENGTH)
      .regex(/^(?:[^\p{Cc}\p{Surrogate}]|[\n\t])*$/u),
  )

const version = z.coerce.number().int().min(1).max(1_000_000)

export const addNoteSchema = z.object({ trial: z.uuid(), text })
export const changeNoteSchema = z.object({ note: z.uuid(), version, text })
export const removeNoteSchema = z.object({ note: z.uuid(), version })

const ofNote = { note: z.string(), version: z.string() }

/** The forms of the notes, by their intent. */
export const NOTE_FIELDS = [
  z.object({ intent: z.literal('note-add'), text: z.string().default('') }),
  z.object({ intent: z.literal('note-change'), ...ofNote, text: z.string().default('') }),
  z.object({ intent: z.literal('note-remove'), ...ofNote }),
  z.object({ intent: z.literal('note-restore'), ...ofNote }),
] as const

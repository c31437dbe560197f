import { z } from 'zod'
import { ASK_FILTERS } from '~/domain/ask-filter'
import { isStorableText } from '~/domain/json'
import { instantSchema } from '~/domain/instant-schema'

export const NOTE_LENGTH = 2000

export const listAsksSchema = z.strictObject({
  filter: z.enum(ASK_FILTERS).default('new'),
  before: z.strictObject({ at: instantSchema, id: z.uuid() }).optional(),
})

/** The changes to an ask. `version` is the one the person saw. */
export const changeAskSchema = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int().min(1),
  state: z.enum(['new', 'answered']).optional(),
  /** The id of a person; empty for nobody. */
  assignedTo: z.string().max(64).optional(),
  note: z.string().max(NOTE_LENGTH).refine(isStorableText).optional(),
})

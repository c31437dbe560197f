import { z } from 'zod'
import { jsonField } from '~/platform/http/forms/json-field'
import {
  confirmTextSchema,
  draftFilesSchema,
  draftSchema,
  publishSchema,
  retireSchema,
  rollBackSchema,
  saveFileSchema,
} from '../schemas'

/** The document is named by the address of the page. */
const NAMED = { kind: true, slug: true } as const

/** The editor sends a draft whole, in one field. */
const DRAFT_BOUNDS = { bytes: 15_000_000, depth: 3, entries: 1_000 }

const draft = jsonField(draftFilesSchema, DRAFT_BOUNDS)

/** The form fields of a document's page, by intent. */
export const commandFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), draft }),
  z.object({ intent: z.literal('save-file'), ...saveFileSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('confirm-text'), ...confirmTextSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('check') }),
  z.object({ intent: z.literal('prove') }),
  z.object({ intent: z.literal('rehearse') }),
  z.object({ intent: z.literal('publish'), ...publishSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('discard'), ...draftSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('retire'), ...retireSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('restore') }),
  z.object({ intent: z.literal('delete'), ...draftSchema.omit(NAMED).shape }),
  z.object({ intent: z.literal('roll-back'), ...rollBackSchema.omit(NAMED).shape }),
])

export type CommandFields = z.output<typeof commandFields>

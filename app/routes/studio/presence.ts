import { z } from 'zod'
import { documentOf } from '~/features/studio/documents/document-of.server'
import { notePresence } from '~/features/studio/presence/note-presence.server'
import { defineAction } from '~/platform/http/define-action'

export const action = defineAction(
  { permission: 'documents.read', fields: z.object({ place: z.string().default('') }) },
  ({ ctx, params, fields: { place } }) => notePresence({ ctx, input: { ...documentOf(params), place } }),
)

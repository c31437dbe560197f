import { z } from 'zod'
import { documentOf } from '~/features/studio/documents/document-of.server'
import { notePresence } from '~/features/studio/presence/note-presence.server'
import { defineAction } from '~/platform/http/define-action'

/** Takes a heartbeat of an editor; answers with JSON. */
export const action = defineAction(
  { permission: 'documents.read', fields: z.object({ place: z.string().default('') }) },
  async ({ ctx, params, fields: { place } }) =>
    Response.json(await notePresence({ ctx, input: { ...documentOf(params), place } })),
)

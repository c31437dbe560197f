import { deleteOldPresence, listPresent, setPresence } from '#db/queries/document-presence'
import type { Present } from '#db/queries/document-presence'
import { verb } from '~/platform/verb/verb'
import { readVersionOrRefuse } from '../documents/find-or-refuse.server'
import { presenceSchema } from '../schemas'

/** Somebody is present until this long after the last heartbeat. */
const PRESENT_MS = 30_000

export interface Presence {
  /** The others, by name. */
  others: Present[]
  /** The version of the draft at this moment, which tells a page that it shows an older one. */
  draftVersion: number
}

/** Notes that the person has a document open and where, and tells who else has. @throws DomainError `not-found` */
export const notePresence = verb(
  { permission: 'documents.read', input: presenceSchema },
  async ({ ctx, input: { place, ...named } }): Promise<Presence> => {
    const { id: documentId, draftVersion } = await readVersionOrRefuse(ctx.db, named)
    const now = ctx.now()
    const since = new Date(now.getTime() - PRESENT_MS)
    const personId = ctx.actor.kind === 'staff' ? ctx.actor.id : ''
    if (personId) await setPresence(ctx.db, { documentId, personId, place, at: now })
    await deleteOldPresence(ctx.db, documentId, since)
    return { others: await listPresent(ctx.db, { documentId, without: personId, since }), draftVersion }
  },
)

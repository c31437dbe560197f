import { listRevisionSummaries } from '#db/queries/revisions'
import type { RevisionSummary } from '#db/queries/revisions'
import { verb } from '~/platform/verb/verb'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { documentKeySchema } from '../schemas'

/** Every revision of a document, newest first, without its contents. */
export const listRevisions = verb(
  { permission: 'documents.read', input: documentKeySchema },
  async ({ ctx, input }): Promise<RevisionSummary[]> => {
    const document = await readOrRefuse(ctx.db, input)
    return listRevisionSummaries(ctx.db, document.id)
  },
)

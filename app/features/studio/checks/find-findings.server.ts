import { findLiveRevision } from '#db/queries/revisions'
import type { DocumentRow } from '#db/queries/documents'
import type { DocumentCheckContext } from '~/domain/content/checks/document-check-context'
import type { DocumentFiles } from '~/domain/content/kinds'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import type { Findings } from './findings'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { documentKeySchema } from '../schemas'
import { readCheckContext } from './check-context.server'

/**
 * The check results of the saved draft; waits until the checks have ended.
 * @throws DomainError `not-found`, `unavailable` when too many checks wait
 */
export const findFindings = verb(
  { permission: 'documents.read', input: documentKeySchema },
  async ({ ctx, input }): Promise<Findings> => {
    const document = await readOrRefuse(ctx.db, input)
    const live = await findLiveRevision(ctx.db, document)
    return findingsOf(ctx, document, live?.files ?? {}, await readCheckContext(ctx, document))
  },
)

/** The checks of a draft, and what publishing it would change. */
export async function findingsOf(
  ctx: Context,
  { kind, slug, draftFiles }: DocumentRow,
  liveFiles: DocumentFiles,
  around: DocumentCheckContext,
): Promise<Findings> {
  const [{ problems }, changes] = await Promise.all([
    ctx.inspector.check(kind, slug, draftFiles, around),
    ctx.inspector.compare(liveFiles, draftFiles),
  ])
  return { problems, changes }
}

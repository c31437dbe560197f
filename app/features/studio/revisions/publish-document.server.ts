import { findLiveRevision } from '#db/queries/revisions'
import { DomainError } from '~/domain/errors'
import { hashFiles } from '~/platform/content/content-hash'
import { verb } from '~/platform/verb/verb'
import { lockOrRefuse, readOrRefuse, statusAfter } from '../documents/find-or-refuse.server'
import { lockLive } from '../checks/live-links.server'
import { goLive } from './go-live.server'
import { prepareRevision } from './prepare-revision.server'
import { ofDocument } from '../audit/of-document'
import { publishSchema } from '../schemas'
import type { StoredRevisionNumber } from './store-revision.server'
import { readCheckContext } from '../checks/check-context.server'

/**
 * Publishes exactly the draft version named: checked, proven, rendered, stored as a new revision and live, or not at all.
 * @throws DomainError `conflict` when the draft changed meanwhile or is what is live already; `proof-failed` with the
 * problems and the steps that lead to them.
 */
export const publishDocument = verb(
  {
    permission: 'documents.publish',
    input: publishSchema,
    audit: ['document.publish'],
    mayNeed: ['privacy.manage'],
  },
  async ({ ctx, input: { draftVersion, note, ...named }, audit, need }): Promise<StoredRevisionNumber> => {
    const draft = await readOrRefuse(ctx.db, named)
    refuseOtherVersion(draft.draftVersion, draftVersion)
    statusAfter(draft, 'publish')
    const prepared = await prepareRevision(
      ctx,
      named.kind,
      named.slug,
      draft.draftFiles,
      await readCheckContext(ctx, named),
    )
    const stored = await ctx.db.transaction(async (tx) => {
      await lockLive(tx)
      const document = await lockOrRefuse(tx, named)
      refuseOtherVersion(document.draftVersion, draftVersion)
      statusAfter(document, 'publish')
      const live = await findLiveRevision(tx, document)
      if (live && document.status === 'published' && hashFiles(live.files) === prepared.contentHash) {
        throw new DomainError('conflict', `Nothing has changed since revision ${live.number}.`, {
          number: live.number,
        })
      }
      const written = await goLive(tx, { ctx, need }, document, { ...prepared, note })
      await audit(
        tx,
        'document.publish',
        ofDocument(document, { revision: written.number, draftVersion, note }),
      )
      return written
    })
    ctx.content.refresh()
    return stored
  },
)

function refuseOtherVersion(found: number, expected: number): void {
  if (found === expected) return
  throw new DomainError(
    'conflict',
    'The draft was saved again after you looked at it. Look at it once more.',
    {
      draftVersion: found,
      expected,
    },
  )
}

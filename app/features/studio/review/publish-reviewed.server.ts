import { verb } from '~/platform/verb/verb'
import { ofDocument } from '../audit/of-document'
import { readOrRefuse } from '../documents/find-or-refuse.server'
import { publishFiles } from '../revisions/publish-files.server'
import type { StoredRevisionNumber } from '../revisions/store-revision.server'
import { readApproved } from './read-approved.server'
import { publishReviewedSchema } from './schemas'

/**
 * Publishes what was approved, whatever the draft has become since.
 * @throws DomainError `not-found`; `conflict` when it was not approved or is live already; `proof-failed`
 */
export const publishReviewed = verb(
  {
    permission: 'documents.publish',
    input: publishReviewedSchema,
    audit: ['document.publish'],
    mayNeed: ['privacy.manage'],
  },
  async ({ ctx, input: { reviewId, note, ...named }, audit, need }): Promise<StoredRevisionNumber> => {
    const document = await readOrRefuse(ctx.db, named)
    const { files, draftVersion } = await readApproved(ctx.db, document.id, reviewId)
    return publishFiles({
      ...{ ctx, need, named, note, files },
      record: (tx, published, { number }) =>
        audit(tx, 'document.publish', ofDocument(published, { revision: number, draftVersion, note })),
    })
  },
)

import { verb } from '~/platform/verb/verb'
import { ofDocument } from '../audit/of-document'
import { readCheckContext } from '../checks/check-context.server'
import { lockOrRefuse, readOrRefuse } from '../documents/find-or-refuse.server'
import { prepareRevision } from '../revisions/prepare-revision.server'
import { endReview, lockAsked, readAsked } from './end-review.server'
import { refuseOwnApproval } from './four-eyes.server'
import { decideReviewSchema } from './schemas'

/**
 * Approves what a review holds, or sends it back with a reason. What is approved has passed its checks and its proof.
 * @throws DomainError `not-found`; `conflict` when it has ended, or with `reason: 'four-eyes'`; `proof-failed`
 */
export const decideReview = verb(
  {
    permission: 'documents.publish',
    input: decideReviewSchema,
    audit: ['document.approve', 'document.send-back'],
  },
  async ({ ctx, input: { reviewId, decision, answer, ...named }, audit }): Promise<void> => {
    if (decision === 'approved') {
      const document = await readOrRefuse(ctx.db, named)
      await refuseOwnApproval(ctx.db, ctx, document)
      const { files } = await readAsked(ctx.db, document, reviewId)
      await prepareRevision(ctx, named.kind, named.slug, files, await readCheckContext(ctx, named))
    }
    await ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      const { id, draftVersion } = await lockAsked(tx, document, reviewId)
      if (decision === 'approved') await refuseOwnApproval(tx, ctx, document)
      await endReview(tx, ctx, document, { id, state: decision, answer })
      const action = decision === 'approved' ? 'document.approve' : 'document.send-back'
      await audit(tx, action, ofDocument(document, { draftVersion, note: answer }))
    })
  },
)

import { verb } from '~/platform/verb/verb'
import { ofDocument } from '../audit/of-document'
import { lockOrRefuse } from '../documents/find-or-refuse.server'
import { endReview, lockAsked } from './end-review.server'
import { reviewKeySchema } from './schemas'

/** Takes a review back that was asked for. @throws DomainError `not-found`, `conflict` when it has ended */
export const withdrawReview = verb(
  { permission: 'documents.edit', input: reviewKeySchema, audit: ['document.withdraw-review'] },
  async ({ ctx, input: { reviewId, ...named }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      const { id } = await lockAsked(tx, document, reviewId)
      await endReview(tx, ctx, document, { id, state: 'withdrawn', answer: '' })
      await audit(tx, 'document.withdraw-review', ofDocument(document))
    })
  },
)

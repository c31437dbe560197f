import type { Executor } from '#db/client'
import { findReview } from '#db/queries/reviews'
import type { ReviewRow } from '#db/queries/reviews'
import { DomainError } from '~/domain/errors'

/** A review of a document that was approved. @throws DomainError `conflict` */
export async function readApproved(db: Executor, documentId: string, reviewId: string): Promise<ReviewRow> {
  const review = await findReview(db, documentId, reviewId)
  if (review?.state === 'approved') return review
  throw new DomainError('conflict', 'This was not approved.')
}

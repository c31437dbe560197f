import type { Executor } from '#db/client'
import { setStatus } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import { findReview, lockReview, updateReview } from '#db/queries/reviews'
import type { ReviewRow } from '#db/queries/reviews'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import type { Context } from '~/platform/context/context'
import { canTake, next } from '~/domain/content/lifecycle'

/** The review that is asked for. @throws DomainError `not-found`, `conflict` when it has ended */
export async function readAsked(db: Executor, document: DocumentRow, reviewId: string): Promise<ReviewRow> {
  return asked(await findReview(db, document.id, reviewId))
}

/** As `readAsked`, and locks the review until the transaction ends. */
export async function lockAsked(tx: Executor, document: DocumentRow, reviewId: string): Promise<ReviewRow> {
  return asked(await lockReview(tx, document.id, reviewId))
}

function asked(review: ReviewRow | null): ReviewRow {
  if (!review) throw new DomainError('not-found', 'There is no such review.')
  if (review.state !== 'asked')
    throw new DomainError('conflict', `This review was ${review.state} already.`, { status: review.state })
  return review
}

/** Ends a review; a document that was never live leaves its status of being in review. */
export async function endReview(
  tx: Executor,
  ctx: Context,
  document: DocumentRow,
  { id, state, answer }: Pick<ReviewRow, 'id' | 'state' | 'answer'>,
): Promise<void> {
  const { actorId, actorName } = auditActor(ctx.actor)
  await updateReview(tx, id, {
    ...{ state, answer, decidedAt: ctx.now(), decidedBy: actorId ?? '', decidedByName: actorName },
  })
  const action = state === 'withdrawn' ? 'withdraw' : 'send-back'
  if (state === 'approved' || !canTake(action, document.status)) return
  const { updatedAt: at, updatedBy: by, insteadSlug } = document
  const status = next(document.status, action) ?? document.status
  await setStatus(tx, { id: document.id, at, by, status, insteadSlug })
}

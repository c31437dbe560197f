import { v7 as uuidv7 } from 'uuid'
import { setStatus } from '#db/queries/documents'
import { insertReview } from '#db/queries/reviews'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { hashFiles } from '~/platform/content/content-hash'
import { verb } from '~/platform/verb/verb'
import { ofDocument } from '../audit/of-document'
import { changedBy } from '../documents/changed-by'
import { lockOrRefuse, statusAfter } from '../documents/find-or-refuse.server'
import { refuseOtherVersion } from '../documents/refuse-other-version'
import { askReviewSchema } from './schemas'

/**
 * Asks for review of exactly the draft version named. The review keeps its files.
 * @throws DomainError `conflict` when the draft was saved again meanwhile, or a review is asked for already
 */
export const askReview = verb(
  { permission: 'documents.edit', input: askReviewSchema, audit: ['document.ask-review'] },
  async ({ ctx, input: { draftVersion, note, ...named }, audit }): Promise<{ reviewId: string }> => {
    const id = uuidv7({ msecs: ctx.now().getTime() })
    await ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      refuseOtherVersion(document.draftVersion, draftVersion)
      const status = statusAfter(document, 'submit')
      const { actorId, actorName } = auditActor(ctx.actor)
      const isNew = await insertReview(tx, {
        ...{ id, documentId: document.id, draftVersion, note, state: 'asked', askedAt: ctx.now() },
        ...{ files: document.draftFiles, contentHash: hashFiles(document.draftFiles) },
        ...{ askedBy: actorId ?? '', askedByName: actorName },
      })
      if (!isNew) throw new DomainError('conflict', 'A review is asked for already.')
      const change = { id: document.id, at: ctx.now(), by: changedBy(ctx) }
      await setStatus(tx, { ...change, status, insteadSlug: document.insteadSlug })
      await audit(tx, 'document.ask-review', ofDocument(document, { draftVersion, note }))
    })
    return { reviewId: id }
  },
)

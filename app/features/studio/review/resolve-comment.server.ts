import { resolveCommentRow } from '#db/queries/reviews'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { ofDocument } from '../audit/of-document'
import { lockOrRefuse } from '../documents/find-or-refuse.server'
import { commentKeySchema } from './schemas'

/** Marks a comment as settled. @throws DomainError `not-found` when it is not there or settled already */
export const resolveComment = verb(
  { permission: 'documents.edit', input: commentKeySchema, audit: ['document.resolve-comment'] },
  async ({ ctx, input: { commentId: id, ...named }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      const { actorName: resolvedByName } = auditActor(ctx.actor)
      const change = { id, documentId: document.id, resolvedAt: ctx.now(), resolvedByName }
      if (!(await resolveCommentRow(tx, change)))
        throw new DomainError('not-found', 'There is no such open comment.')
      await audit(tx, 'document.resolve-comment', ofDocument(document))
    })
  },
)

import { deleteDraftDocument as deleteRow } from '#db/queries/documents'
import { canTake } from '~/domain/content/lifecycle'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { lockOrRefuse } from './find-or-refuse.server'
import { ofDocument } from '../audit/of-document'
import { draftSchema } from '../schemas'

/**
 * Deletes a document that was never published, for good; its slug is free again.
 * @throws DomainError `conflict` when it was published once, or was saved again after it was looked at.
 */
export const deleteDraft = verb(
  { permission: 'documents.edit', input: draftSchema, audit: ['document.delete'] },
  async ({ ctx, input: { draftVersion, ...named }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      if (!canTake('delete', document.status) || document.liveRevisionId !== null) {
        throw new DomainError('conflict', 'It was published once, so it is retired and not deleted.')
      }
      const isGone = await deleteRow(tx, { id: document.id, expectedVersion: draftVersion })
      if (!isGone) throw new DomainError('conflict', 'Somebody saved this document after you opened it.')
      await audit(tx, 'document.delete', ofDocument(document, { draftVersion }))
    })
  },
)

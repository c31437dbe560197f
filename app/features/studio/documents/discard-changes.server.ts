import { compareAndSaveDraft } from '#db/queries/documents'
import { findLiveRevision } from '#db/queries/revisions'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { lockOrRefuse } from './find-or-refuse.server'
import { changedBy } from './changed-by'
import { ofDocument } from '../audit/of-document'
import { draftSchema } from '../schemas'

/**
 * Puts the draft back to what is live.
 * @throws DomainError `conflict` when the draft changed meanwhile or nothing was ever published.
 */
export const discardChanges = verb(
  { permission: 'documents.edit', input: draftSchema, audit: ['document.discard'] },
  async ({ ctx, input: { draftVersion, ...named }, audit }): Promise<{ draftVersion: number }> => {
    return ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      const live = await findLiveRevision(tx, document)
      if (!live)
        throw new DomainError('conflict', 'Nothing was published yet, so there is nothing to go back to.')
      const saved = await compareAndSaveDraft(tx, {
        id: document.id,
        at: ctx.now(),
        by: changedBy(ctx),
        expectedVersion: draftVersion,
        files: live.files,
      })
      if (saved === null)
        throw new DomainError('conflict', 'Somebody saved this document after you opened it.')
      await audit(tx, 'document.discard', ofDocument(document, { revision: live.number }))
      return { draftVersion: saved }
    })
  },
)

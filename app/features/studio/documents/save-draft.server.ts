import { compareAndSaveDraft, setStatus } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import type { DocumentFiles } from '~/domain/content/kinds'
import { DomainError } from '~/domain/errors'
import { changedNames } from '~/domain/content/changed-files'
import { verb } from '~/platform/verb/verb'
import type { DraftConflictView } from './document-commands'
import { lockOrRefuse, statusAfter } from './find-or-refuse.server'
import { guardSavedSettings } from '../checks/guard-settings.server'
import { changedBy } from './changed-by'
import { ofDocument } from '../audit/of-document'
import { refuseExcess } from './refuse-excess.server'
import { saveDraftSchema } from '../schemas'

/**
 * Replaces the draft's files when nobody saved since `draftVersion`.
 * @throws DomainError `invalid-input` for files that are too large to work with; `conflict` with `DraftConflictView` as its details.
 */
export const saveDraft = verb(
  {
    permission: 'documents.edit',
    input: saveDraftSchema,
    audit: ['document.save'],
    mayNeed: ['privacy.manage'],
  },
  async ({
    ctx,
    input: { files, draftVersion, ...named },
    audit,
    need,
  }): Promise<{ draftVersion: number }> => {
    refuseExcess(ctx, files)
    return ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      const changed = changedNames(document.draftFiles, files)
      if (changed.length === 0 && document.draftVersion === draftVersion) return { draftVersion }
      await guardSavedSettings(tx, need, document, files)
      const change = { id: document.id, at: ctx.now(), by: changedBy(ctx) }
      const saved = await compareAndSaveDraft(tx, { ...change, expectedVersion: draftVersion, files })
      if (saved === null) throw conflict(document, files)
      const status = statusAfter(document, 'edit')
      if (status !== document.status)
        await setStatus(tx, { ...change, status, insteadSlug: document.insteadSlug })
      await audit(tx, 'document.save', ofDocument(document, { draftVersion: saved, files: changed }))
      return { draftVersion: saved }
    })
  },
)

function conflict(document: DocumentRow, yours: DocumentFiles): DomainError {
  const details: DraftConflictView = {
    draftVersion: document.draftVersion,
    theirs: document.draftFiles,
    yours,
    savedAt: document.updatedAt.toISOString(),
  }
  return new DomainError('conflict', 'Somebody saved this document after you opened it.', details)
}

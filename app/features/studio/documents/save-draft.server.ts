import type { z } from 'zod'
import { compareAndSaveDraft, setStatus } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import type { DocumentFiles } from '~/domain/content/kinds'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { changedNames } from '~/domain/content/changed-files'
import type { DraftConflictView } from './document-commands'
import { lockOrRefuse, statusAfter } from './find-or-refuse.server'
import { guardSavedSettings } from '../checks/guard-settings.server'
import { parseInput } from '~/platform/http/parse-input'
import { changedBy, record } from '../audit/record-audit.server'
import { refuseExcess } from './refuse-excess.server'
import { saveDraftSchema } from '../schemas'

/**
 * Replaces the draft's files when nobody saved since `draftVersion`.
 * @throws DomainError `invalid-input` for files that are too large to work with; `conflict` with `DraftConflictView` as its details.
 */
export async function saveDraft({
  ctx,
  input,
}: VerbArgs<z.input<typeof saveDraftSchema>>): Promise<{ draftVersion: number }> {
  permit(ctx, 'documents.edit')
  const { files, draftVersion, ...named } = parseInput(saveDraftSchema, input)
  refuseExcess(ctx, files)
  return ctx.db.transaction(async (tx) => {
    const document = await lockOrRefuse(tx, named)
    const changed = changedNames(document.draftFiles, files)
    if (changed.length === 0 && document.draftVersion === draftVersion) return { draftVersion }
    await guardSavedSettings(tx, ctx, document, files)
    const change = { id: document.id, at: ctx.now(), by: changedBy(ctx) }
    const saved = await compareAndSaveDraft(tx, { ...change, expectedVersion: draftVersion, files })
    if (saved === null) throw conflict(document, files)
    const status = statusAfter(document, 'edit')
    if (status !== document.status)
      await setStatus(tx, { ...change, status, insteadSlug: document.insteadSlug })
    await record(tx, ctx, 'document.save', document, { draftVersion: saved, files: changed })
    return { draftVersion: saved }
  })
}

function conflict(document: DocumentRow, yours: DocumentFiles): DomainError {
  const details: DraftConflictView = {
    draftVersion: document.draftVersion,
    theirs: document.draftFiles,
    yours,
    savedAt: document.updatedAt.toISOString(),
  }
  return new DomainError('conflict', 'Somebody saved this document after you opened it.', { ...details })
}

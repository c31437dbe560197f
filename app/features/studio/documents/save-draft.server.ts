import type { Executor } from '#db/client'
import { listAuditEntries } from '#db/queries/audit'
import { compareAndSaveDraft, setStatus } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import { findPerson } from '#db/queries/people'
import type { DocumentFiles } from '~/domain/content/kinds'
import { textUnits } from '~/domain/content/texts/text-units'
import { DomainError } from '~/domain/errors'
import { changedNames } from '~/domain/content/changed-files'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { verb } from '~/platform/verb/verb'
import type { DraftConflictView } from './document-commands'
import { lockOrRefuse, statusAfter } from './find-or-refuse.server'
import { guardSavedSettings } from '../checks/guard-settings.server'
import { keepBasis } from '../languages/keep-basis.server'
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
    input: { files, draftVersion, isAuto, ...named },
    audit,
    need,
  }): Promise<{ draftVersion: number }> => {
    refuseExcess(ctx, files)
    const [main = 'en'] = (await workspaceSettings(ctx)).locales
    const units = textUnits(named.kind, files)
    return ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      const changed = changedNames(document.draftFiles, files)
      if (changed.length === 0 && document.draftVersion === draftVersion) return { draftVersion }
      await guardSavedSettings(tx, need, document, files)
      const change = { id: document.id, at: ctx.now(), by: changedBy(ctx) }
      const saved = await compareAndSaveDraft(tx, { ...change, expectedVersion: draftVersion, files })
      if (saved === null) throw await conflict(tx, document, files)
      const status = statusAfter(document, 'edit')
      if (status !== document.status)
        await setStatus(tx, { ...change, status, insteadSlug: document.insteadSlug })
      await keepBasis(tx, document, units, main)
      const isContinued = isAuto && status === document.status && (await continues(tx, document, change))
      if (!isContinued)
        await audit(tx, 'document.save', ofDocument(document, { draftVersion: saved, files: changed }))
      return { draftVersion: saved }
    })
  },
)

/** How long one person's automatic saves count as one in the audit. */
const ONE_SITTING_MS = 10 * 60_000

/** Whether the last thing noted of this document is that the same person saved it, a short time ago. */
async function continues(
  tx: Executor,
  { id }: DocumentRow,
  { at, by }: { at: Date; by: string | null },
): Promise<boolean> {
  const [last] = await listAuditEntries(tx, { subject: { kind: 'document', id }, limit: 1 })
  const isOwn = last?.action === 'document.save' && last.actorId === by && by !== null
  return isOwn && at.getTime() - last.at.getTime() < ONE_SITTING_MS
}

async function conflict(tx: Executor, document: DocumentRow, yours: DocumentFiles): Promise<DomainError> {
  const by = document.updatedBy === null ? null : await findPerson(tx, document.updatedBy)
  const details: DraftConflictView = {
    draftVersion: document.draftVersion,
    theirs: document.draftFiles,
    yours,
    savedAt: document.updatedAt.toISOString(),
    savedBy: by?.name ?? null,
  }
  return new DomainError('conflict', 'Somebody saved this document after you opened it.', details)
}

import type { Executor } from '#db/client'
import type { DocumentRow } from '#db/queries/documents'
import { findLiveRevision } from '#db/queries/revisions'
import type { DocumentFiles, DocumentKind } from '~/domain/content/kinds'
import { DomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import type { Need } from '~/platform/verb/verb'
import { hashFiles } from '~/platform/content/content-hash'
import { readCheckContext } from '../checks/check-context.server'
import { lockLive } from '../checks/live-links.server'
import { lockOrRefuse, statusAfter } from '../documents/find-or-refuse.server'
import { refuseSolePublishing } from '../review/four-eyes.server'
import { goLive } from './go-live.server'
import { prepareRevision } from './prepare-revision.server'
import type { StoredRevisionNumber } from './store-revision.server'

interface Publishing {
  ctx: Context
  need: Need<'privacy.manage'>
  named: { kind: DocumentKind; slug: string }
  files: DocumentFiles
  note: string
  /** Asked in the transaction, before anything is written. */
  refuse?: (document: DocumentRow) => void
  /** Writes what belongs to it, in the same transaction. */
  record: (tx: Executor, document: DocumentRow, stored: StoredRevisionNumber) => Promise<void>
}

/**
 * Makes files the live revision of a document: checked, proven, rendered, stored and live, or not at all.
 * @throws DomainError `conflict` when they are live already, or for an author where another must approve; `proof-failed`
 */
export async function publishFiles(publishing: Publishing): Promise<StoredRevisionNumber> {
  const { ctx, need, named, files, note, refuse, record } = publishing
  const { kind, slug } = named
  const prepared = await prepareRevision(ctx, kind, slug, files, await readCheckContext(ctx, named))
  const stored = await ctx.db.transaction(async (tx) => {
    await lockLive(tx)
    const document = await lockOrRefuse(tx, named)
    refuse?.(document)
    statusAfter(document, 'publish')
    const live = await findLiveRevision(tx, document)
    if (live && document.status === 'published' && hashFiles(live.files) === prepared.contentHash) {
      throw new DomainError('conflict', `Nothing has changed since revision ${live.number}.`, {
        number: live.number,
      })
    }
    await refuseSolePublishing(tx, ctx, document, prepared.contentHash)
    const written = await goLive(tx, { ctx, need }, document, { ...prepared, note })
    await record(tx, document, written)
    return written
  })
  ctx.content.refresh()
  return stored
}

import type { Executor } from '#db/client'
import type { DocumentRow } from '#db/queries/documents'
import type { Context } from '~/platform/context/context'
import type { Need } from '~/platform/verb/verb'
import { guardPublishedSettings } from '../checks/guard-settings.server'
import { refuseDangling } from '../checks/refuse-dangling.server'
import type { PreparedRevision } from './prepare-revision.server'
import { storeRevision } from './store-revision.server'
import type { StoredRevisionNumber } from './store-revision.server'

/**
 * Makes what was prepared the live revision of a document, unless its settings are guarded or a reference would lead
 * nowhere. The caller locks what is live and the document, and writes the audit entry.
 * @throws DomainError `forbidden`, `proof-failed`
 */
export async function goLive(
  tx: Executor,
  { ctx, need }: { ctx: Context; need: Need<'privacy.manage'> },
  document: DocumentRow,
  prepared: PreparedRevision & { note: string },
): Promise<StoredRevisionNumber> {
  await guardPublishedSettings(tx, need, document, prepared.files)
  await refuseDangling(tx, ctx, document, prepared)
  return storeRevision(tx, ctx, document, prepared)
}

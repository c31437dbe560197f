import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { setLiveRevision } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import { notifyContentChanged } from '#db/queries/notices'
import { insertRevision, nextRevisionNumber } from '#db/queries/revisions'
import type { Context } from '~/platform/context/context'
import { queueWebhooks } from '~/platform/webhooks/queue-webhooks'
import type { PreparedRevision } from './prepare-revision.server'
import { changedBy } from '../documents/changed-by'

export interface StoredRevisionNumber {
  revisionId: string
  number: number
}

/** Writes a new immutable revision and makes it the live one. The caller locks the document and writes the audit entry. */
export async function storeRevision(
  tx: Executor,
  ctx: Context,
  document: Pick<DocumentRow, 'id' | 'kind' | 'slug'>,
  prepared: PreparedRevision & { note: string },
): Promise<StoredRevisionNumber> {
  const { kind, slug } = document
  const id = uuidv7()
  const number = await nextRevisionNumber(tx, document.id)
  const change = { at: ctx.now(), by: changedBy(ctx) }
  await insertRevision(tx, {
    ...prepared,
    id,
    documentId: document.id,
    number,
    createdAt: change.at,
    createdBy: change.by,
  })
  await setLiveRevision(tx, { ...change, id: document.id, revisionId: id })
  await notifyContentChanged(tx, document)
  await queueWebhooks(tx, {
    event: 'document.published',
    data: { kind, slug, revision: number },
    at: change.at,
  })
  return { revisionId: id, number }
}

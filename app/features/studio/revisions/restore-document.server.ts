import { setStatus } from '#db/queries/documents'
import { notifyContentChanged } from '#db/queries/notices'
import { findLiveRevision } from '#db/queries/revisions'
import { verb } from '~/platform/verb/verb'
import { queueWebhooks } from '~/platform/webhooks/queue-webhooks'
import { lockOrRefuse, statusAfter } from '../documents/find-or-refuse.server'
import { guardSettings } from '../checks/guard-settings.server'
import { lockLive } from '../checks/live-links.server'
import { changedBy } from '../documents/changed-by'
import { ofDocument } from '../audit/of-document'
import { refuseDangling } from '../checks/refuse-dangling.server'
import { documentKeySchema } from '../schemas'

/**
 * Brings the last live revision of a retired document back.
 * @throws DomainError `conflict` when it is not retired, `proof-failed` when something that it names is no longer there.
 */
export const restoreDocument = verb(
  {
    permission: 'documents.publish',
    input: documentKeySchema,
    audit: ['document.restore'],
    mayNeed: ['privacy.manage'],
  },
  async ({ ctx, input: named, audit, need }): Promise<void> => {
    guardSettings(need, named)
    await ctx.db.transaction(async (tx) => {
      await lockLive(tx)
      const document = await lockOrRefuse(tx, named)
      const status = statusAfter(document, 'restore')
      const last = await findLiveRevision(tx, document)
      if (last) await refuseDangling(tx, ctx, named, { files: last.files, body: last.body as never })
      await setStatus(tx, { id: document.id, at: ctx.now(), by: changedBy(ctx), status, insteadSlug: null })
      await audit(tx, 'document.restore', ofDocument(document))
      await notifyContentChanged(tx, named)
      const data = { ...named, revision: last?.number ?? null }
      await queueWebhooks(tx, { event: 'document.published', data, at: ctx.now() })
    })
    ctx.content.refresh()
  },
)

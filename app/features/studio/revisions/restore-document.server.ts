import type { z } from 'zod'
import { setStatus } from '#db/queries/documents'
import { notifyContentChanged } from '#db/queries/notices'
import { findRevisionById } from '#db/queries/revisions'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { lockOrRefuse, statusAfter } from '../documents/find-or-refuse.server'
import { permitSettings } from '../checks/guard-settings.server'
import { lockLive } from '../checks/live-links.server'
import { parseInput } from '~/platform/http/parse-input'
import { changedBy, record } from '../audit/record-audit.server'
import { refuseDangling } from '../checks/refuse-dangling.server'
import { documentKeySchema } from '../schemas'

/**
 * Brings the last live revision of a retired document back.
 * @throws DomainError `conflict` when it is not retired, `proof-failed` when something that it names is no longer there.
 */
export async function restoreDocument({
  ctx,
  input,
}: VerbArgs<z.input<typeof documentKeySchema>>): Promise<void> {
  permit(ctx, 'documents.publish')
  const named = parseInput(documentKeySchema, input)
  permitSettings(ctx, named)
  await ctx.db.transaction(async (tx) => {
    await lockLive(tx)
    const document = await lockOrRefuse(tx, named)
    const status = statusAfter(document, 'restore')
    const last = document.liveRevisionId ? await findRevisionById(tx, document.liveRevisionId) : null
    if (last) await refuseDangling(tx, ctx, named, { files: last.files, body: last.body as never })
    await setStatus(tx, { id: document.id, at: ctx.now(), by: changedBy(ctx), status, insteadSlug: null })
    await record(tx, ctx, 'document.restore', document)
    await notifyContentChanged(tx, named)
  })
  ctx.content.refresh()
}

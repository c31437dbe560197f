import type { Executor } from '#db/client'
import type { DocumentRow } from '#db/queries/documents'
import type { DocumentFiles } from '~/domain/content/kinds'
import { verb } from '~/platform/verb/verb'
import { ofDocument } from '../audit/of-document'
import { readCheckContext } from '../checks/check-context.server'
import { guardPublishedSettings } from '../checks/guard-settings.server'
import { lockOrRefuse, readOrRefuse, statusAfter } from '../documents/find-or-refuse.server'
import { refuseOtherVersion } from '../documents/refuse-other-version'
import { refuseSolePublishing } from '../review/four-eyes.server'
import { readApproved } from '../review/read-approved.server'
import { prepareRevision } from '../revisions/prepare-revision.server'
import { momentAhead } from './moment.server'
import { schedulePublishingSchema } from './schemas'
import { storeSchedule } from './store-schedule.server'

/**
 * Publishes what was approved at a moment: the files are kept, so that later changes of the draft do not go live with it.
 * It must pass its checks and its proof, as of then and once more at its moment.
 * @throws DomainError `invalid-input` for a moment that is over; `conflict` when the draft was saved again, nothing is
 * approved, or another one waits; `proof-failed`
 */
export const schedulePublishing = verb(
  {
    permission: 'documents.publish',
    input: schedulePublishingSchema,
    audit: ['document.schedule'],
    mayNeed: ['privacy.manage'],
  },
  async ({
    ctx,
    input: { at: local, note, reviewId, draftVersion, ...named },
    audit,
    need,
  }): Promise<void> => {
    const at = await momentAhead(ctx, local)
    const chosen = await chosenContent(ctx.db, await readOrRefuse(ctx.db, named), { reviewId, draftVersion })
    const around = await readCheckContext(ctx, named)
    const { contentHash } = await prepareRevision(ctx, named.kind, named.slug, chosen.files, around)
    await ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      statusAfter(document, 'schedule')
      await guardPublishedSettings(tx, need, document, chosen.files)
      await refuseSolePublishing(tx, ctx, document, contentHash)
      await storeSchedule(tx, ctx, { documentId: document.id, action: 'publish', at, note, ...chosen })
      const said = { what: 'publish' as const, at: at.toISOString(), note }
      await audit(tx, 'document.schedule', ofDocument(document, said))
    })
  },
)

async function chosenContent(
  db: Executor,
  document: DocumentRow,
  { reviewId, draftVersion }: { reviewId: string | undefined; draftVersion: number | undefined },
): Promise<{ files: DocumentFiles; draftVersion: number }> {
  if (reviewId !== undefined) {
    const { files, draftVersion: approved } = await readApproved(db, document.id, reviewId)
    return { files, draftVersion: approved }
  }
  refuseOtherVersion(document.draftVersion, draftVersion)
  return { files: document.draftFiles, draftVersion }
}

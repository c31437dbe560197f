import type { Executor } from '#db/client'
import { compareAndSaveDraft } from '#db/queries/documents'
import type { DocumentRow } from '#db/queries/documents'
import { findRevision, findLiveRevision } from '#db/queries/revisions'
import type { RevisionRow } from '#db/queries/revisions'
import { DomainError } from '~/domain/errors'
import { hashFiles } from '~/platform/content/content-hash'
import type { Context } from '~/platform/context/context'
import { verb } from '~/platform/verb/verb'
import { lockOrRefuse, readOrRefuse, statusAfter } from '../documents/find-or-refuse.server'
import { lockLive } from '../checks/live-links.server'
import { goLive } from './go-live.server'
import { prepareRevision } from './prepare-revision.server'
import { changedBy } from '../documents/changed-by'
import { ofDocument } from '../audit/of-document'
import { rollBackSchema } from '../schemas'
import type { StoredRevisionNumber } from './store-revision.server'
import { readCheckContext } from '../checks/check-context.server'

/**
 * Publishes what an old revision held as a new one. It goes the whole way of publishing again, since rules may have
 * become stricter. A draft without changes of its own follows; one with changes stays as it is.
 * @throws DomainError `not-found`, `conflict` when that revision is live, `proof-failed`.
 */
export const rollBack = verb(
  {
    permission: 'documents.publish',
    input: rollBackSchema,
    audit: ['document.roll-back'],
    mayNeed: ['privacy.manage'],
  },
  async ({ ctx, input: { number, note, ...named }, audit, need }): Promise<StoredRevisionNumber> => {
    const found = await readOrRefuse(ctx.db, named)
    const old = await revisionOrRefuse(ctx.db, found, number)
    statusAfter(found, 'roll-back')
    const prepared = await prepareRevision(
      ctx,
      named.kind,
      named.slug,
      old.files,
      await readCheckContext(ctx, named),
    )
    const stored = await ctx.db.transaction(async (tx) => {
      await lockLive(tx)
      const document = await lockOrRefuse(tx, named)
      statusAfter(document, 'roll-back')
      if (document.liveRevisionId === old.id && document.status === 'published') {
        throw new DomainError('conflict', `Revision ${number} is live already.`, { number })
      }
      const previous = await findLiveRevision(tx, document)
      const written = await goLive(tx, { ctx, need }, document, { ...prepared, note })
      if (previous && isUntouched(document, previous)) await followDraft(tx, ctx, document, old)
      await audit(
        tx,
        'document.roll-back',
        ofDocument(document, { revision: written.number, from: number, note }),
      )
      return written
    })
    ctx.content.refresh()
    return stored
  },
)

async function revisionOrRefuse(db: Executor, document: DocumentRow, number: number): Promise<RevisionRow> {
  const found = await findRevision(db, document.id, number)
  if (found) return found
  throw new DomainError('not-found', `There is no revision ${number} of “${document.slug}”.`, { number })
}

function isUntouched(document: DocumentRow, live: RevisionRow): boolean {
  return hashFiles(document.draftFiles) === hashFiles(live.files)
}

async function followDraft(
  tx: Executor,
  ctx: Context,
  document: DocumentRow,
  to: RevisionRow,
): Promise<void> {
  await compareAndSaveDraft(tx, {
    id: document.id,
    at: ctx.now(),
    by: changedBy(ctx),
    expectedVersion: document.draftVersion,
    files: to.files,
  })
}

import { notifyContentChanged } from '#db/queries/notices'
import { findSplit, stopSplitRow } from '#db/queries/splits'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { stopSplitSchema } from './schemas'

/**
 * Ends a split: everybody is shown what is live. Its figures stay.
 * @throws DomainError `not-found`; `conflict` when it does not run any more.
 */
export const stopSplit = verb(
  { permission: 'splits.manage', input: stopSplitSchema, audit: ['split.stop'] },
  async ({ ctx, input: { id, note }, audit }): Promise<void> => {
    const at = ctx.now()
    await ctx.db.transaction(async (tx) => {
      const split = await findSplit(tx, id)
      if (!split) throw new DomainError('not-found', 'There is no such split.')
      const { kind, slug, name } = split
      const by = auditActor(ctx.actor).actorName
      if (!(await stopSplitRow(tx, id, { stoppedAt: at, stoppedBy: by, stopNote: note }))) {
        throw new DomainError('conflict', 'This split does not run any more.')
      }
      await audit(tx, 'split.stop', { subject: id, at, data: { kind, slug, name, note } })
      await notifyContentChanged(tx, { kind, slug })
    })
    ctx.content.refresh()
  },
)

import { findStageTarget, insertStageTarget } from '#db/queries/stage-targets'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { undoTargetSchema } from './target-schema'

/**
 * Undoes the latest entry of a stage by a new one; undoing that restores it.
 * @throws DomainError `not-found` when there is no such entry; `conflict` when it is not the latest
 */
export const undoTarget = verb(
  { permission: 'targets.manage', input: undoTargetSchema, audit: ['target.undo'] },
  async ({ ctx, input: { stage, version }, audit }): Promise<void> => {
    const at = ctx.now()
    await ctx.db.transaction(async (tx) => {
      const undone = await findStageTarget(tx, stage, version)
      if (!undone) throw new DomainError('not-found', 'There is nothing to undo.')
      const { holdsFrom, target, ownerId } = undone
      const isAdded = await insertStageTarget(tx, {
        ...{ stage, version: version + 1, undoes: version, holdsFrom, target, ownerId },
        ...{ setAt: at, setBy: auditActor(ctx.actor).actorName },
      })
      if (!isAdded) throw new DomainError('conflict', 'Somebody else changed this target.')
      await audit(tx, 'target.undo', { subject: stage, at, data: { version } })
    })
  },
)

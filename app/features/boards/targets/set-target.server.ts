import { findPerson } from '#db/queries/people'
import { insertStageTarget } from '#db/queries/stage-targets'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { setTargetSchema } from './target-schema'

/**
 * Sets the target and the owner of a stage from a day on. The history keeps what held before.
 * @throws DomainError `conflict` when somebody else changed it first; `not-found` when the owner is nobody
 */
export const setTarget = verb(
  { permission: 'targets.manage', input: setTargetSchema, audit: ['target.set'] },
  async ({ ctx, input: { stage, version, holdsFrom, target, owner }, audit }): Promise<void> => {
    const at = ctx.now()
    const share = target === undefined ? null : stage === 'acquisition' ? target : target / 100
    await ctx.db.transaction(async (tx) => {
      if (owner !== undefined && !(await findPerson(tx, owner))) {
        throw new DomainError('not-found', 'There is no such person.')
      }
      const isAdded = await insertStageTarget(tx, {
        ...{ stage, version: version + 1, undoes: null, holdsFrom, target: share, ownerId: owner ?? null },
        ...{ setAt: at, setBy: auditActor(ctx.actor).actorName },
      })
      if (!isAdded) throw new DomainError('conflict', 'Somebody else changed this target.')
      await audit(tx, 'target.set', {
        subject: stage,
        at,
        data: { version: version + 1, target: share, holdsFrom },
      })
    })
  },
)

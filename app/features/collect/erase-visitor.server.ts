import { insertAuditEntry } from '#db/queries/audit'
import { listConversionsOf } from '#db/queries/conversions'
import { listRatingsOf } from '#db/queries/ratings'
import { countEventsOf } from '#db/queries/trial-events'
import { listTrialsOf } from '#db/queries/trials'
import { deleteVisitor, lockVisitor } from '#db/queries/visitors'
import type { VerbArgs } from '~/server/context'
import { visitorOf } from './visitor-of.server'

export interface ErasedCounts {
  trials: number
  events: number
  ratings: number
  conversions: number
}

/**
 * Deletes every row held about this visitor. What stays is an audit entry with counts and no id. The route also makes
 * the browser forget its cookie.
 *
 * @throws DomainError `not-found` for a browser without an id.
 */
export async function eraseVisitor({ ctx }: Pick<VerbArgs<never>, 'ctx'>): Promise<ErasedCounts> {
  const { id } = visitorOf(ctx)
  const { counts, trialIds } = await ctx.db.transaction(async (tx) => {
    if (!(await lockVisitor(tx, id))) return { counts: NOTHING, trialIds: [] }
    const trials = await listTrialsOf(tx, id)
    const counts = {
      trials: trials.length,
      events: await countEventsOf(tx, id),
      ratings: (await listRatingsOf(tx, id)).length,
      conversions: (await listConversionsOf(tx, id)).length,
    }
    await deleteVisitor(tx, id)
    await insertAuditEntry(tx, {
      at: ctx.now(),
      actorName: 'visitor',
      action: 'visitor.erase',
      subjectKind: 'visitor',
      subjectId: '',
      data: { ...counts },
    })
    return { counts, trialIds: trials.map((trial) => trial.id) }
  })
  for (const trialId of trialIds) ctx.trials.forget(trialId)
  return counts
}

const NOTHING: ErasedCounts = { trials: 0, events: 0, ratings: 0, conversions: 0 }

import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { insertSchedule } from '#db/queries/reviews'
import type { ScheduleRow } from '#db/queries/reviews'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import type { Context } from '~/platform/context/context'

type Planned = Pick<ScheduleRow, 'documentId' | 'action' | 'at' | 'note'> &
  Partial<Pick<ScheduleRow, 'files' | 'draftVersion' | 'insteadSlug'>>

/** @throws DomainError `conflict` when one of the same action waits already */
export async function storeSchedule(tx: Executor, ctx: Context, planned: Planned): Promise<void> {
  const { actorId, actorName } = auditActor(ctx.actor)
  const isNew = await insertSchedule(tx, {
    ...planned,
    ...{ id: uuidv7({ msecs: ctx.now().getTime() }), state: 'waiting', createdAt: ctx.now() },
    ...{ createdBy: actorId ?? '', createdByName: actorName },
  })
  if (!isNew) throw new DomainError('conflict', 'This is scheduled already: cancel that first.')
}

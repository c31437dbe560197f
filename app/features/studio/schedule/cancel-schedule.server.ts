import { endSchedule } from '#db/queries/reviews'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { ofDocument } from '../audit/of-document'
import { lockOrRefuse } from '../documents/find-or-refuse.server'
import { scheduleKeySchema } from './schemas'

/** Cancels what is scheduled and has not begun. @throws DomainError `conflict` when it is over */
export const cancelSchedule = verb(
  { permission: 'documents.publish', input: scheduleKeySchema, audit: ['document.cancel-schedule'] },
  async ({ ctx, input: { scheduleId, ...named }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      const change = { state: 'cancelled' as const, endedAt: ctx.now() }
      const ended = await endSchedule(tx, { documentId: document.id, id: scheduleId }, change)
      if (!ended) throw new DomainError('conflict', 'This is over: it was done or cancelled.')
      await audit(tx, 'document.cancel-schedule', ofDocument(document, { what: ended.action }))
    })
  },
)

import { verb } from '~/platform/verb/verb'
import { ofDocument } from '../audit/of-document'
import { guardSettings } from '../checks/guard-settings.server'
import { lockOrRefuse, statusAfter } from '../documents/find-or-refuse.server'
import { momentAhead } from './moment.server'
import { scheduleRetirementSchema } from './schemas'
import { storeSchedule } from './store-schedule.server'

/**
 * Retires a document at a moment, with what to try instead.
 * @throws DomainError `invalid-input` for a moment that is over; `conflict` when it is not published, or this waits already
 */
export const scheduleRetirement = verb(
  {
    permission: 'documents.retire',
    input: scheduleRetirementSchema,
    audit: ['document.schedule'],
    mayNeed: ['privacy.manage'],
  },
  async ({ ctx, input: { at: local, note, insteadSlug, ...named }, audit, need }): Promise<void> => {
    guardSettings(need, named)
    const at = await momentAhead(ctx, local)
    await ctx.db.transaction(async (tx) => {
      const document = await lockOrRefuse(tx, named)
      statusAfter(document, 'retire')
      const planned = { documentId: document.id, action: 'retire' as const, at, note }
      await storeSchedule(tx, ctx, { ...planned, insteadSlug: insteadSlug ?? null })
      const said = { what: 'retire' as const, at: at.toISOString(), note }
      await audit(tx, 'document.schedule', ofDocument(document, said))
    })
  },
)

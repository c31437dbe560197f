import { listFunnelsOfSegment, lockSavedQuery, setSavedRemoved } from '#db/queries/saved-queries'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { removeSavedSchema } from './saved-schemas'

/**
 * Removes a funnel or a segment; it can be put back. Boards that an address filters by a removed segment still know it.
 * @throws DomainError `not-found`; `conflict` when it was changed since it was seen, or with `usedBy` when saved funnels count
 *   the segment
 */
export const removeSavedQuery = verb(
  { permission: 'boards.save', input: removeSavedSchema, audit: ['funnel.remove', 'segment.remove'] },
  async ({ ctx, input: { id, version }, audit }): Promise<void> =>
    ctx.db.transaction(async (tx) => {
      const found = await lockSavedQuery(tx, id)
      if (!found || found.removedAt !== null) throw new DomainError('not-found', 'There is no such query.')
      if (found.version !== version) {
        throw new DomainError('conflict', 'Somebody changed it since it was opened.', { at: 'version' })
      }
      const users = found.kind === 'segment' ? await listFunnelsOfSegment(tx, id) : []
      if (users.length > 0) {
        const usedBy = users.map(({ name }) => ({ kind: 'funnel', slug: name }))
        throw new DomainError('conflict', 'Saved funnels count this segment.', { at: 'used', usedBy })
      }
      await setSavedRemoved(tx, id, ctx.now())
      await audit(tx, `${found.kind}.remove`, { subject: id, data: { note: found.name } })
    }),
)

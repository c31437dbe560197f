import { findSavedQuery, listFunnelsOfSegment, listSavedVersions } from '#db/queries/saved-queries'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import type { SavedQuery, SavedVersion } from './saved-views'
import { savedIdSchema } from './saved-schemas'

interface OpenedQuery {
  query: SavedQuery
  versions: SavedVersion[]
  /** The saved funnels that count a segment. */
  usedBy: { id: string; name: string }[]
}

/** One saved funnel or segment with its versions, the latest first. @throws DomainError `not-found` */
export const readSavedQuery = verb(
  { permission: 'boards.read', input: savedIdSchema },
  async ({ ctx, input: { id } }): Promise<OpenedQuery> => {
    const query = await findSavedQuery(ctx.db, id)
    if (!query) throw new DomainError('not-found', 'There is no such query.')
    const [versions, users] = await Promise.all([
      listSavedVersions(ctx.db, id),
      query.kind === 'segment' ? listFunnelsOfSegment(ctx.db, id) : [],
    ])
    return { query, versions, usedBy: users.map((user) => ({ id: user.id, name: user.name })) }
  },
)

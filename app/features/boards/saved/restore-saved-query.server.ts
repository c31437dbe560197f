import { lockSavedQuery, setSavedRemoved } from '#db/queries/saved-queries'
import { lockNames } from '#db/queries/locks'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { refuseTakenName } from './refuse-taken-name.server'
import { savedIdSchema } from './saved-schemas'

/**
 * Puts a removed funnel or segment back as it was.
 * @throws DomainError `not-found`; `conflict` when its name was given to another one
 */
export const restoreSavedQuery = verb(
  { permission: 'boards.save', input: savedIdSchema, audit: ['funnel.restore', 'segment.restore'] },
  async ({ ctx, input: { id }, audit }): Promise<void> =>
    ctx.db.transaction(async (tx) => {
      const found = await lockSavedQuery(tx, id)
      if (!found || found.removedAt === null) throw new DomainError('not-found', 'Nothing was removed.')
      const { kind, name } = found
      await lockNames(tx, [`saved ${kind}`])
      await refuseTakenName(tx, { kind, name, id })
      await setSavedRemoved(tx, id, null)
      await audit(tx, `${kind}.restore`, { subject: id, data: { note: name } })
    }),
)

import { deleteMedium, findMedium, listMediumUses } from '#db/queries/media'
import { lockNames } from '#db/queries/locks'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { lockLive } from '../checks/live-links.server'
import { mediumSchema } from './schemas'

/**
 * Deletes a medium with its files, for good, unless a document names it: in its draft, live, or in any revision, on which
 * trials may still run.
 * @throws DomainError `not-found`; `conflict` with `usedBy`
 */
export const removeMedium = verb(
  { permission: 'documents.edit', input: mediumSchema, audit: ['medium.remove'] },
  async ({ ctx, input: { name }, audit }): Promise<void> => {
    await ctx.db.transaction(async (tx) => {
      await lockLive(tx)
      const found = await findMedium(tx, name)
      if (!found) throw new DomainError('not-found', `There is no picture or video “${name}”.`)
      await lockNames(tx, [`medium ${found.contentHash}`])
      const usedBy = (await listMediumUses(tx, name)).map(({ kind, slug }) => ({ kind, slug }))
      if (usedBy.length > 0) {
        const users = usedBy.map((one) => `${one.kind} ${one.slug}`).join(', ')
        throw new DomainError('conflict', `“${name}” is used by ${users}.`, { usedBy })
      }
      await deleteMedium(tx, name)
      await audit(tx, 'medium.remove', { subject: name, data: { note: found.title } })
      for (const { key } of found.files) await ctx.media.remove(key)
    })
  },
)

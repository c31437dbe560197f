import { revokeApiKey } from '#db/queries/api-keys'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { revokeKeySchema } from './schemas'

/**
 * Revokes an API key for good, from its next request on.
 * @throws DomainError `not-found` when no such key works.
 */
export const revokeKey = verb(
  { permission: 'keys.manage', input: revokeKeySchema, audit: ['key.revoke'] },
  async ({ ctx, input: { id }, audit }): Promise<void> => {
    const at = ctx.now()
    await ctx.db.transaction(async (tx) => {
      const key = await revokeApiKey(tx, id, at)
      if (!key) throw new DomainError('not-found', 'There is no such key that still works.')
      await audit(tx, 'key.revoke', { subject: id, at, data: { name: key.name } })
    })
  },
)

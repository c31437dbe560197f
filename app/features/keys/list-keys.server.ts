import { listApiKeys } from '#db/queries/api-keys'
import type { ApiKeyRow } from '#db/queries/api-keys'
import { verb } from '~/platform/verb/verb'

/** A key as people may see it: everything but its hash. */
export type KeyView = Omit<ApiKeyRow, 'hash'>

export const listKeys = verb({ permission: 'keys.manage' }, async ({ ctx }): Promise<KeyView[]> => {
  return (await listApiKeys(ctx.db)).map(({ hash: _hash, ...shown }) => shown)
})

import { listApiKeys } from '#db/queries/api-keys'
import type { ApiKeyRow } from '#db/queries/api-keys'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'

/** A key as people may see it: everything but its hash. */
export type KeyView = Omit<ApiKeyRow, 'hash'>

/** @throws DomainError `unauthenticated` or `forbidden` without the permission `keys.manage`. */
export async function listKeys({ ctx }: Pick<VerbArgs<never>, 'ctx'>): Promise<KeyView[]> {
  permit(ctx, 'keys.manage')
  return (await listApiKeys(ctx.db)).map(({ hash: _hash, ...shown }) => shown)
}

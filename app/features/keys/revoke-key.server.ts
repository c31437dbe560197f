import type { z } from 'zod'
import { revokeApiKey } from '#db/queries/api-keys'
import { insertAuditEntry } from '#db/queries/audit'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { revokeKeySchema } from './schemas'

/**
 * Ends an API key from its next request on, for good.
 * @throws DomainError `unauthenticated` or `forbidden` without `keys.manage`; `not-found` when no such key works.
 */
export async function revokeKey({ ctx, input }: VerbArgs<z.input<typeof revokeKeySchema>>): Promise<void> {
  permit(ctx, 'keys.manage')
  const { id } = parseInput(revokeKeySchema, input)
  const at = ctx.now()
  await ctx.db.transaction(async (tx) => {
    const key = await revokeApiKey(tx, id, at)
    if (!key) throw new DomainError('not-found', 'There is no such key that still works.')
    const entry = { at, action: 'key.revoke', subjectKind: 'key', subjectId: id, data: { name: key.name } }
    await insertAuditEntry(tx, { ...auditActor(ctx.actor), ...entry })
  })
}

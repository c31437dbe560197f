import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { insertApiKey } from '#db/queries/api-keys'
import { insertAuditEntry } from '#db/queries/audit'
import { newApiKey } from '~/platform/sign-in/api-key'
import { auditActor } from '~/platform/audit/audit-actor'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { makeKeySchema } from './schemas'

/**
 * Makes an API key. Its secret is in the answer alone: it cannot be shown again.
 * @throws DomainError `unauthenticated` or `forbidden` without the permission `keys.manage`.
 */
export async function makeKey({
  ctx,
  input,
}: VerbArgs<z.input<typeof makeKeySchema>>): Promise<{ id: string; name: string; secret: string }> {
  permit(ctx, 'keys.manage')
  const { name, scopes } = parseInput(makeKeySchema, input)
  const { secret, prefix, hash } = newApiKey()
  const at = ctx.now()
  const actor = auditActor(ctx.actor)
  const id = uuidv7({ msecs: at.getTime() })
  await ctx.db.transaction(async (tx) => {
    await insertApiKey(tx, { id, name, prefix, hash, scopes, createdAt: at, createdBy: actor.actorName })
    const entry = { at, action: 'key.create', subjectKind: 'key', subjectId: id, data: { name, scopes } }
    await insertAuditEntry(tx, { ...actor, ...entry })
  })
  return { id, name, secret }
}

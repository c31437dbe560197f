import { v7 as uuidv7 } from 'uuid'
import { insertApiKey } from '#db/queries/api-keys'
import { newApiKey } from '~/platform/sign-in/api-key'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { makeKeySchema } from './schemas'

/**
 * Makes an API key. Its secret is in the answer alone: it cannot be shown again.
 */
export const makeKey = verb(
  { permission: 'keys.manage', input: makeKeySchema, audit: ['key.create'] },
  async ({ ctx, input: { name, scopes }, audit }): Promise<{ id: string; name: string; secret: string }> => {
    const { secret, prefix, hash } = newApiKey()
    const at = ctx.now()
    const createdBy = auditActor(ctx.actor).actorName
    const id = uuidv7({ msecs: at.getTime() })
    await ctx.db.transaction(async (tx) => {
      await insertApiKey(tx, { id, name, prefix, hash, scopes, createdAt: at, createdBy })
      await audit(tx, 'key.create', { subject: id, at, data: { name, scopes } })
    })
    return { id, name, secret }
  },
)

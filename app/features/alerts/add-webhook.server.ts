import { v7 as uuidv7 } from 'uuid'
import { insertWebhook } from '#db/queries/webhooks'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/audit/audit-actor'
import { verb } from '~/platform/verb/verb'
import { isAllowedUrl } from '~/platform/webhooks/guarded-post'
import { sealSecret } from '~/platform/webhooks/secret-box'
import { newWebhookSecret } from '~/platform/webhooks/sign-webhook'
import { webhookSchema } from './schemas'

/** Adds an address that is told of alerts. The secret that signs is in the answer alone. */
export const addWebhook = verb(
  { permission: 'webhooks.manage', input: webhookSchema, audit: ['webhook.create'] },
  async ({ ctx, input: { url }, audit }): Promise<{ id: string; secret: string }> => {
    if (!isAllowedUrl(url, ctx.env.privateWebhooks)) {
      throw new DomainError('invalid-input', 'notAllowed', { issues: [{ at: 'url', message: 'notAllowed' }] })
    }
    const at = ctx.now()
    const id = uuidv7({ msecs: at.getTime() })
    const secret = newWebhookSecret()
    const createdBy = auditActor(ctx.actor).actorName
    await ctx.db.transaction(async (tx) => {
      const sealed = sealSecret(secret, ctx.env.secret)
      await insertWebhook(tx, { id, url, secret: sealed, createdAt: at, createdBy })
      await audit(tx, 'webhook.create', { subject: id, at, data: { note: new URL(url).host } })
    })
    return { id, secret }
  },
)

import { deleteWebhook } from '#db/queries/webhooks'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { webhookIdSchema } from './schemas'

/** Removes a webhook with its deliveries: nothing more is sent to it. */
export const removeWebhook = verb(
  { permission: 'webhooks.manage', input: webhookIdSchema, audit: ['webhook.remove'] },
  async ({ ctx, input: { id }, audit }): Promise<void> =>
    ctx.db.transaction(async (tx) => {
      const hook = await deleteWebhook(tx, id)
      if (!hook) throw new DomainError('not-found', 'There is no such webhook.')
      await audit(tx, 'webhook.remove', { subject: id, data: { note: new URL(hook.url).host } })
    }),
)

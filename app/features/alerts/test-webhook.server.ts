import { findWebhook } from '#db/queries/webhooks'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'
import { queueWebhooks } from '~/platform/webhooks/queue-webhooks'
import { webhookIdSchema } from './schemas'

/** Sends a message that says nothing, to see whether a webhook works. */
export const testWebhook = verb(
  { permission: 'webhooks.manage', input: webhookIdSchema },
  async ({ ctx, input: { id } }): Promise<void> => {
    if (!(await findWebhook(ctx.db, id))) throw new DomainError('not-found', 'There is no such webhook.')
    await queueWebhooks(ctx.db, { event: 'webhook.test', data: {}, at: ctx.now(), only: id })
  },
)

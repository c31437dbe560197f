import { listDeliveries, listWebhookRows } from '#db/queries/webhooks'
import type { DeliveryRow, WebhookRow } from '#db/queries/webhooks'
import { verb } from '~/platform/verb/verb'

const DELIVERIES = 5

export interface WebhookView extends Omit<WebhookRow, 'secret'> {
  deliveries: Omit<DeliveryRow, 'body' | 'webhookId'>[]
}

/** The webhooks with their latest deliveries, without secrets. */
export const listWebhooks = verb(
  { permission: 'webhooks.manage' },
  async ({ ctx }): Promise<WebhookView[]> => {
    const hooks = await listWebhookRows(ctx.db)
    return Promise.all(
      hooks.map(async ({ secret: _secret, ...hook }) => ({
        ...hook,
        deliveries: (await listDeliveries(ctx.db, hook.id, DELIVERIES)).map(
          ({ body: _body, webhookId: _webhookId, ...delivery }) => delivery,
        ),
      })),
    )
  },
)

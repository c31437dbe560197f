import { v7 as uuidv7 } from 'uuid'
import type { Executor } from '#db/client'
import { insertDelivery, listWebhookRows } from '#db/queries/webhooks'

export type WebhookEvent =
  'alert.opened' | 'alert.closed' | 'document.published' | 'document.retired' | 'webhook.test'

/** Queues a message to every webhook, or to one, in the caller's transaction. A job sends it. */
export async function queueWebhooks(
  tx: Executor,
  { event, data, at, only }: { event: WebhookEvent; data: object; at: Date; only?: string },
): Promise<void> {
  const hooks = (await listWebhookRows(tx)).filter(({ id }) => only === undefined || id === only)
  for (const { id: webhookId } of hooks) {
    const id = uuidv7({ msecs: at.getTime() })
    const body = JSON.stringify({ type: event, timestamp: at.toISOString(), data })
    await insertDelivery(tx, { webhookId, id, event, body, createdAt: at, nextAt: at })
  }
}

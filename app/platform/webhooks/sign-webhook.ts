import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** A secret in the form of Standard Webhooks. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`

/** The headers by which the receiver knows that a message is ours, new and unchanged (standardwebhooks.com). */
export function webhookHeaders(
  secret: string,
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Foyer-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
}

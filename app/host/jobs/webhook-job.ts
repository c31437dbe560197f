import type { App } from '~/platform/context/context'
import { deliverWebhook } from '~/platform/webhooks/deliver-webhook'
import { repeatWork } from './repeat-work'

const PAUSE_MS = 5_000

/** Sends what waits for webhooks, one after the other. Instances share the work: each message is leased. */
export function startWebhookJob(app: App, { pauseMs = PAUSE_MS } = {}): { stop(): Promise<void> } {
  const failure = 'Sending to webhooks failed'
  return repeatWork(app, { workOnce: () => deliverWebhook(app), pauseMs, failure })
}

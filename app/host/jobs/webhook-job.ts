import type { App } from '~/platform/context/context'
import { deliverWebhook } from '~/platform/webhooks/deliver-webhook'

const PAUSE_MS = 5_000

/** Sends what waits for webhooks, one after the other. Instances share the work: each message is leased. */
export function startWebhookJob(app: App, { pauseMs = PAUSE_MS } = {}): { stop(): Promise<void> } {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const work = async (): Promise<void> => {
    while (!isStopped && (await deliverWebhook(app)));
  }
  const again = (): void => {
    running = work().catch((error: unknown) => app.log.error({ err: error }, 'Sending to webhooks failed'))
    void running.then(() => {
      if (!isStopped) timer = setTimeout(again, pauseMs).unref()
    })
  }
  again()
  return {
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}

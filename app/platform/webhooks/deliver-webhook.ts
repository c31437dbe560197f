import { findWebhook, leaseDelivery, updateDelivery, type DeliveryRow } from '#db/queries/webhooks'
import type { App } from '../context/context'
import { guardedPost, type PostAnswer } from './guarded-post'
import { openSecret } from './secret-box'
import { webhookHeaders } from './sign-webhook'

/** Longer than a message may take. */
const LEASE_MS = 60_000
const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000]

/** The pauses before another attempt; after the last it is given up. */
const PAUSES_MS = [5_000, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 5 * HOUR_MS, 10 * HOUR_MS]

type Sender = Pick<App, 'db' | 'env' | 'now'>

/** Tries to send the message that waits longest; false when none waits. */
export async function deliverWebhook(app: Sender): Promise<boolean> {
  const now = app.now()
  const delivery = await leaseDelivery(app.db, { now, until: new Date(now.getTime() + LEASE_MS) })
  if (!delivery) return false
  const answer = await post(app, delivery)
  await updateDelivery(app.db, delivery, outcomeOf(delivery, answer, app.now()))
  return true
}

async function post({ db, env, now }: Sender, { webhookId, id, body }: DeliveryRow): Promise<PostAnswer> {
  const hook = await findWebhook(db, webhookId)
  const secret = hook && openSecret(hook.secret, env.secret)
  if (!hook || secret === null) return { problem: 'not-allowed' }
  const headers = webhookHeaders(secret, { id, at: now(), body })
  return guardedPost({ url: hook.url, headers, body, allowPrivate: env.privateWebhooks })
}

function outcomeOf({ attempts }: DeliveryRow, answer: PostAnswer, at: Date): Partial<DeliveryRow> {
  const said = 'status' in answer ? String(answer.status) : answer.problem
  if ('status' in answer && answer.status >= 200 && answer.status < 300) {
    return { state: 'sent', sentAt: at, answer: said }
  }
  const pause = PAUSES_MS[attempts - 1]
  // Gone means that nobody listens there any more.
  const isOver = pause === undefined || said === '410' || said === 'not-allowed'
  if (isOver) return { state: 'failed', answer: said }
  return { nextAt: new Date(at.getTime() + pause), answer: said }
}

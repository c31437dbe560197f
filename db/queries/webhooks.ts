import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { webhook, webhookDelivery } from '#db/schema/alert'

export type WebhookRow = typeof webhook.$inferSelect
export type DeliveryRow = typeof webhookDelivery.$inferSelect

/** Every webhook, the oldest first. Reads the table, which has few. */
export async function listWebhookRows(db: Executor): Promise<WebhookRow[]> {
  return db.select().from(webhook).orderBy(asc(webhook.createdAt), asc(webhook.id))
}

/** Served by the primary key. */
export async function findWebhook(db: Executor, id: string): Promise<WebhookRow | null> {
  const rows = await db.select().from(webhook).where(eq(webhook.id, id))
  return rows[0] ?? null
}

/** Served by the primary key. */
export async function insertWebhook(db: Executor, row: typeof webhook.$inferInsert): Promise<void> {
  await db.insert(webhook).values(row)
}

/** Deletes a webhook with its deliveries; null when there is none. Served by the primary key. */
export async function deleteWebhook(db: Executor, id: string): Promise<WebhookRow | null> {
  const rows = await db.delete(webhook).where(eq(webhook.id, id)).returning()
  return rows[0] ?? null
}

/** Served by the primary key. */
export async function insertDelivery(db: Executor, row: typeof webhookDelivery.$inferInsert): Promise<void> {
  await db.insert(webhookDelivery).values(row)
}

/**
 * Takes the delivery that waits longest, for one attempt: two instances never take the same. Served by
 * webhook_delivery_waiting_idx.
 */
export async function leaseDelivery(
  db: Executor,
  { now, until }: { now: Date; until: Date },
): Promise<DeliveryRow | null> {
  const next = db
    .select({ id: webhookDelivery.id })
    .from(webhookDelivery)
    .where(and(eq(webhookDelivery.state, 'waiting'), lte(webhookDelivery.nextAt, now)))
    .orderBy(webhookDelivery.nextAt)
    .limit(1)
    .for('update', { skipLocked: true })
  const rows = await db
    .update(webhookDelivery)
    .set({ nextAt: until, attempts: sql`${webhookDelivery.attempts} + 1` })
    .where(sql`${webhookDelivery.id} in ${next}`)
    .returning()
  return rows[0] ?? null
}

/** Served by the primary key. */
export async function updateDelivery(
  db: Executor,
  { webhookId, id }: Pick<DeliveryRow, 'webhookId' | 'id'>,
  change: Partial<DeliveryRow>,
): Promise<void> {
  await db
    .update(webhookDelivery)
    .set(change)
    .where(and(eq(webhookDelivery.webhookId, webhookId), eq(webhookDelivery.id, id)))
}

/** The latest deliveries of a webhook. Served by the primary key: ids are in order of time. */
export async function listDeliveries(db: Executor, webhookId: string, limit: number): Promise<DeliveryRow[]> {
  return db
    .select()
    .from(webhookDelivery)
    .where(eq(webhookDelivery.webhookId, webhookId))
    .orderBy(desc(webhookDelivery.id))
    .limit(limit)
}

/** Deletes deliveries that were made before an instant. Reads the table once a day. */
export async function deleteOldDeliveries(db: Executor, before: Date): Promise<void> {
  await db.delete(webhookDelivery).where(lte(webhookDelivery.createdAt, before))
}

import { desc, eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { messageEvent } from '#db/schema/message-event'
import { pageView } from '#db/schema/page-view'

export type PageViewRow = typeof pageView.$inferSelect

/** The newest view of a visitor, or null. Served by the primary key, read backwards. */
export async function findLatestView(db: Executor, visitorId: string): Promise<PageViewRow | null> {
  const rows = await db
    .select()
    .from(pageView)
    .where(eq(pageView.visitorId, visitorId))
    .orderBy(desc(pageView.id))
    .limit(1)
  return rows[0] ?? null
}

/** How many views of a visitor are kept. Served by the primary key. */
export async function countViewsOf(db: Executor, visitorId: string): Promise<number> {
  return db.$count(pageView, eq(pageView.visitorId, visitorId))
}

export async function insertPageView(db: Executor, row: PageViewRow): Promise<void> {
  await db.insert(pageView).values(row)
}

export type MessageEventRow = typeof messageEvent.$inferSelect

/** What became of messages that a visitor was shown, the newest first. Served by the primary key, read backwards. */
export async function listMessageEventsOf(
  db: Executor,
  visitorId: string,
  limit: number,
): Promise<MessageEventRow[]> {
  return db
    .select()
    .from(messageEvent)
    .where(eq(messageEvent.visitorId, visitorId))
    .orderBy(desc(messageEvent.id))
    .limit(limit)
}

export async function insertMessageEvent(db: Executor, row: MessageEventRow): Promise<void> {
  await db.insert(messageEvent).values(row)
}

/** Deletes the views of a visitor and what became of messages. Served by the primary keys. */
export async function deleteViewsOf(db: Executor, visitorId: string): Promise<void> {
  await db.delete(pageView).where(eq(pageView.visitorId, visitorId))
  await db.delete(messageEvent).where(eq(messageEvent.visitorId, visitorId))
}

import { and, desc, eq, getTableColumns, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { mail, mailAllowance } from '#db/schema/mail'
import type { MailState } from '#db/schema/mail'

export type MailRow = typeof mail.$inferSelect

/** Adds a message to the outbox, in the transaction of what causes it. Served by the primary key. */
export async function insertMail(db: Executor, row: typeof mail.$inferInsert): Promise<void> {
  await db.insert(mail).values(row)
}

/** Served by the primary key. */
export async function findMail(db: Executor, id: string): Promise<MailRow | null> {
  const rows = await db.select().from(mail).where(eq(mail.id, id))
  return rows[0] ?? null
}

/** A message as a list shows it: without its text. */
export type ListedMail = Omit<MailRow, 'text' | 'html'>

/** Messages, the newest first, at most `limit`, in one state or in any. Served by mail_created_idx and mail_state_idx. */
export async function listMailRows(
  db: Executor,
  { state, before, limit }: { state?: MailState | undefined; before?: MailCursor | undefined; limit: number },
): Promise<ListedMail[]> {
  const { text: _text, html: _html, ...columns } = getTableColumns(mail)
  const older =
    before &&
    sql`(${mail.createdAt}, ${mail.id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`
  return db
    .select(columns)
    .from(mail)
    .where(and(state && eq(mail.state, state), older))
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(limit)
}

/** Where a page of messages ends. */
export interface MailCursor {
  at: Date
  id: string
}

/** How many messages are in each state. Served by mail_state_idx. */
export async function countMails(db: Executor): Promise<Record<MailState, number>> {
  const rows = await db
    .select({ state: mail.state, count: sql<number>`count(*)::int` })
    .from(mail)
    .groupBy(mail.state)
  const of = (state: MailState): number => rows.find((row) => row.state === state)?.count ?? 0
  return { waiting: of('waiting'), sent: of('sent'), failed: of('failed') }
}

/** Messages about a visitor. Served by mail_visitor_idx. */
export async function listMailsOf(db: Executor, visitorId: string): Promise<MailRow[]> {
  return db.select().from(mail).where(eq(mail.visitorId, visitorId)).orderBy(mail.id)
}

/** Served by mail_visitor_idx. */
export async function deleteMailsOf(db: Executor, visitorId: string): Promise<void> {
  await db.delete(mail).where(eq(mail.visitorId, visitorId))
}

/**
 * Takes waiting messages without a job since an instant, oldest first, and marks them: two instances never take the
 * same. Served by mail_state_idx.
 */
export async function takeUnqueued(
  db: Executor,
  { now, before, limit }: { now: Date; before: Date; limit: number },
): Promise<string[]> {
  const next = db
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.state, 'waiting'), or(isNull(mail.queuedAt), lt(mail.queuedAt, before))))
    .orderBy(mail.createdAt)
    .limit(limit)
    .for('update', { skipLocked: true })
  const rows = await db
    .update(mail)
    .set({ queuedAt: now })
    .where(inArray(mail.id, next))
    .returning({ id: mail.id })
  return rows.map(({ id }) => id)
}

/**
 * Leases a waiting message for one attempt to send it; null when it is not waiting or another attempt is under way.
 * Served by the primary key.
 */
export async function leaseMail(
  db: Executor,
  id: string,
  { now, until }: { now: Date; until: Date },
): Promise<MailRow | null> {
  const rows = await db
    .update(mail)
    .set({ leasedUntil: until, attempts: sql`${mail.attempts} + 1` })
    .where(
      and(
        eq(mail.id, id),
        eq(mail.state, 'waiting'),
        or(isNull(mail.leasedUntil), lt(mail.leasedUntil, now)),
      ),
    )
    .returning()
  return rows[0] ?? null
}

/** Served by the primary key. */
export async function updateMail(
  db: Executor,
  id: string,
  change: Partial<Omit<MailRow, 'id'>>,
): Promise<void> {
  await db.update(mail).set(change).where(eq(mail.id, id))
}

/** Lets a failed message be sent again; false for one that did not fail or has expired. Served by the primary key. */
export async function retryMail(db: Executor, id: string, now: Date): Promise<boolean> {
  const isInTime = or(isNull(mail.expiresAt), sql`${mail.expiresAt} > ${now.toISOString()}::timestamptz`)
  const rows = await db
    .update(mail)
    .set({ state: 'waiting', queuedAt: null, leasedUntil: null, problem: null })
    .where(and(eq(mail.id, id), eq(mail.state, 'failed'), isInTime))
    .returning({ id: mail.id })
  return rows.length > 0
}

/** Deletes messages written before an instant, and the allowances of days before it. Served by mail_created_idx. */
export async function deleteOldMails(
  db: Executor,
  { mails, days }: { mails: Date; days: string },
): Promise<void> {
  await db.delete(mail).where(lt(mail.createdAt, mails))
  await db.delete(mailAllowance).where(lt(mailAllowance.day, days))
}

/** Counts one more message under a name on a day, and returns the new count. Served by the primary key. */
export async function useAllowance(db: Executor, day: string, name: string): Promise<number> {
  const rows = await db
    .insert(mailAllowance)
    .values({ day, name, used: 1 })
    .onConflictDoUpdate({
      target: [mailAllowance.day, mailAllowance.name],
      set: { used: sql`${mailAllowance.used} + 1` },
    })
    .returning({ used: mailAllowance.used })
  return rows[0]?.used ?? 1
}

import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { alert, alertDay, alertEntry, alertReader, alertSwitch } from '#db/schema/alert'
import { authUser } from '#db/schema/auth'
import type { Day } from '~/domain/day'
import type { AlertMeasure } from '~/domain/insight/alerts/alert-measures'
import type { PersonRow } from './people'

export type AlertRow = typeof alert.$inferSelect
export type AlertEntryRow = typeof alertEntry.$inferSelect

/** Notes that a day is judged; false when it was before. Served by the primary key. */
export async function insertAlertDay(db: Executor, day: Day, judgedAt: Date): Promise<boolean> {
  const rows = await db
    .insert(alertDay)
    .values({ day, judgedAt })
    .onConflictDoNothing()
    .returning({ day: alertDay.day })
  return rows.length > 0
}

/** True for a day that was judged. Served by the primary key. */
export async function isAlertDay(db: Executor, day: Day): Promise<boolean> {
  const rows = await db.select({ day: alertDay.day }).from(alertDay).where(eq(alertDay.day, day))
  return rows.length > 0
}

/** Alerts that are not closed, the latest first. Served by alert_open_key. */
export async function listOpenAlerts(db: Executor): Promise<AlertRow[]> {
  return db
    .select()
    .from(alert)
    .where(ne(alert.state, 'closed'))
    .orderBy(desc(alert.openedAt), desc(alert.id))
}

/** The latest alerts, whatever their state. Served by alert_opened_idx. */
export async function listAlertRows(db: Executor, limit: number): Promise<AlertRow[]> {
  return db.select().from(alert).orderBy(desc(alert.openedAt), desc(alert.id)).limit(limit)
}

/** The histories of some alerts, in order. Served by alert_entry_alert_idx. */
export async function listAlertEntries(db: Executor, ids: readonly string[]): Promise<AlertEntryRow[]> {
  if (ids.length === 0) return []
  return db
    .select()
    .from(alertEntry)
    .where(inArray(alertEntry.alertId, [...ids]))
    .orderBy(alertEntry.alertId, alertEntry.id)
}

/** Served by the primary key. */
export async function insertAlert(db: Executor, row: typeof alert.$inferInsert): Promise<void> {
  await db.insert(alert).values(row)
}

/** Served by the primary key. */
export async function updateAlert(
  db: Executor,
  id: string,
  change: Partial<Omit<AlertRow, 'id'>>,
): Promise<void> {
  await db.update(alert).set(change).where(eq(alert.id, id))
}

/** Marks an open alert as seen; false when it is not open. Served by the primary key. */
export async function markAlertSeen(db: Executor, id: string): Promise<boolean> {
  const isOpen = and(eq(alert.id, id), eq(alert.state, 'open'))
  const rows = await db.update(alert).set({ state: 'seen' }).where(isOpen).returning({ id: alert.id })
  return rows.length > 0
}

/** Served by the primary key. */
export async function insertAlertEntry(db: Executor, row: typeof alertEntry.$inferInsert): Promise<void> {
  await db.insert(alertEntry).values(row)
}

/** Measures that are not watched. Reads the table, which has a row for each at most. */
export async function listSwitchedOff(db: Executor): Promise<(typeof alertSwitch.$inferSelect)[]> {
  return db.select().from(alertSwitch)
}

/** Served by the primary key. */
export async function insertSwitch(db: Executor, row: typeof alertSwitch.$inferInsert): Promise<void> {
  await db.insert(alertSwitch).values(row).onConflictDoNothing()
}

/** Served by the primary key. */
export async function deleteSwitch(db: Executor, measure: AlertMeasure): Promise<void> {
  await db.delete(alertSwitch).where(eq(alertSwitch.measure, measure))
}

/** Served by the primary key. */
export async function insertAlertReader(db: Executor, row: typeof alertReader.$inferInsert): Promise<void> {
  await db
    .insert(alertReader)
    .values(row)
    .onConflictDoUpdate({ target: alertReader.personId, set: { locale: row.locale } })
}

/** Served by the primary key. */
export async function deleteAlertReader(db: Executor, personId: string): Promise<void> {
  await db.delete(alertReader).where(eq(alertReader.personId, personId))
}

/** Who wants alerts by mail, with their roles. Reads the table, which holds people of one company. */
export async function listAlertReaders(
  db: Executor,
): Promise<(Pick<PersonRow, 'id' | 'email' | 'roles'> & { locale: 'en' | 'es' | 'zh' })[]> {
  return db
    .select({ id: authUser.id, email: authUser.email, roles: authUser.roles, locale: alertReader.locale })
    .from(alertReader)
    .innerJoin(authUser, eq(authUser.id, alertReader.personId))
    .orderBy(authUser.email)
}

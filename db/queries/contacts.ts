import { and, desc, eq, lte } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { visitorContact } from '#db/schema/conversion'
import { trial } from '#db/schema/trial'

export type ContactRow = typeof visitorContact.$inferSelect

/** Keeps that a visitor gave this address; known ones stay as they are. Served by the primary key. */
export async function insertContact(db: Executor, row: ContactRow): Promise<void> {
  await db.insert(visitorContact).values(row).onConflictDoNothing()
}

/** The addresses that a visitor gave. Served by the primary key, whose first column is the visitor. */
export async function listContactsOf(db: Executor, visitorId: string): Promise<ContactRow[]> {
  return db.select().from(visitorContact).where(eq(visitorContact.visitorId, visitorId))
}

/**
 * The trial begun last, no later than `at`, by anybody who gave this address; of those without one, who gave it last.
 * Served by visitor_contact_email_idx and the primary key of `trial`.
 */
export async function findByContact(
  db: Executor,
  emailHash: string,
  at: Date,
): Promise<{ visitorId: string; trialId: string | null } | null> {
  const [credited] = await db
    .select({ visitorId: trial.visitorId, trialId: trial.id })
    .from(visitorContact)
    .innerJoin(trial, eq(trial.visitorId, visitorContact.visitorId))
    .where(and(eq(visitorContact.emailHash, emailHash), lte(trial.startedAt, at)))
    .orderBy(desc(trial.startedAt), desc(trial.id))
    .limit(1)
  if (credited) return credited
  const [known] = await db
    .select({ visitorId: visitorContact.visitorId })
    .from(visitorContact)
    .where(eq(visitorContact.emailHash, emailHash))
    .orderBy(desc(visitorContact.at))
    .limit(1)
  return known ? { ...known, trialId: null } : null
}

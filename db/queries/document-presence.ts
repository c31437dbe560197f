import { and, asc, eq, gt, lt, ne } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { authUser } from '#db/schema/auth'
import { documentPresence } from '#db/schema/content'

/** Somebody who has a document open. */
export interface Present {
  name: string
  place: string
}

interface Heartbeat {
  documentId: string
  personId: string
  place: string
  at: Date
}

/** Notes that a person has a document open. Served by the primary key. */
export async function setPresence(
  db: Executor,
  { documentId, personId, place, at }: Heartbeat,
): Promise<void> {
  const { documentId: document, personId: person } = documentPresence
  await db
    .insert(documentPresence)
    .values({ documentId, personId, place, seenAt: at })
    .onConflictDoUpdate({ target: [document, person], set: { place, seenAt: at } })
}

/** The others who have a document open, by name. Served by the primary key. */
export async function listPresent(
  db: Executor,
  { documentId, without, since }: { documentId: string; without: string; since: Date },
): Promise<Present[]> {
  return db
    .select({ name: authUser.name, place: documentPresence.place })
    .from(documentPresence)
    .innerJoin(authUser, eq(authUser.id, documentPresence.personId))
    .where(
      and(
        eq(documentPresence.documentId, documentId),
        ne(documentPresence.personId, without),
        gt(documentPresence.seenAt, since),
      ),
    )
    .orderBy(asc(authUser.name))
}

/** Deletes the old heartbeats of a document. Served by the primary key. */
export async function deleteOldPresence(db: Executor, documentId: string, before: Date): Promise<void> {
  await db
    .delete(documentPresence)
    .where(and(eq(documentPresence.documentId, documentId), lt(documentPresence.seenAt, before)))
}

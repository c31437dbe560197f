import { and, asc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '#db/client'
import { visitorContact } from '#db/schema/contact'

export type ContactRow = typeof visitorContact.$inferSelect

/**
 * Records that an address was typed in a browser of a visitor; an existing row does not change. Served by the primary
 * key.
 */
export async function insertContact(db: Executor, row: Omit<ContactRow, 'verifiedAt'>): Promise<void> {
  await db.insert(visitorContact).values(row).onConflictDoNothing()
}

/** Records that an address was verified in a browser; the first time is kept. Served by the primary key. */
export async function insertVerified(
  db: Executor,
  row: Omit<ContactRow, 'verifiedAt'> & { verifiedAt: Date },
): Promise<void> {
  const { visitorId, browserId, emailHash } = visitorContact
  await db
    .insert(visitorContact)
    .values(row)
    .onConflictDoUpdate({
      target: [visitorId, browserId, emailHash],
      set: { verifiedAt: sql`coalesce(${visitorContact.verifiedAt}, excluded.verified_at)` },
    })
}

/** The addresses of a visitor. Served by the primary key, whose first column is the visitor. */
export async function listContactsOf(db: Executor, visitorId: string): Promise<ContactRow[]> {
  return db
    .select()
    .from(visitorContact)
    .where(eq(visitorContact.visitorId, visitorId))
    .orderBy(asc(visitorContact.at), asc(visitorContact.emailHash))
}

/**
 * The distinct hashes of all addresses of some visitors. Served by the primary key, whose first column is the visitor.
 */
export async function listHashesOf(db: Executor, visitorIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ hash: visitorContact.emailHash })
    .from(visitorContact)
    .where(inArray(visitorContact.visitorId, [...visitorIds]))
  return rows.map(({ hash }) => hash)
}

/** Who has an address: whoever verified it first, else perhaps somebody who typed it. */
export interface AddressClaim {
  owner: string | null
  /** Distinct visitors who typed it, in that order. */
  typedBy: string[]
}

/** Served by visitor_contact_email_idx. */
export async function findClaim(db: Executor, emailHash: string): Promise<AddressClaim> {
  const rows = await db
    .select()
    .from(visitorContact)
    .where(eq(visitorContact.emailHash, emailHash))
    .orderBy(asc(visitorContact.at), asc(visitorContact.visitorId))
  const verified = rows
    .flatMap(({ visitorId, verifiedAt }) => (verifiedAt ? [{ visitorId, at: verifiedAt.getTime() }] : []))
    .sort((one, other) => one.at - other.at || (one.visitorId < other.visitorId ? -1 : 1))
  return {
    owner: verified[0]?.visitorId ?? null,
    typedBy: [...new Set(rows.map(({ visitorId }) => visitorId))],
  }
}

/** The domains of a visitor's addresses. Served by the primary key, whose first column is the visitor. */
export async function listDomainsOf(db: Executor, visitorId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ domain: visitorContact.domain })
    .from(visitorContact)
    .where(and(eq(visitorContact.visitorId, visitorId), isNotNull(visitorContact.domain)))
  return rows.flatMap(({ domain }) => (domain === null ? [] : [domain]))
}

/**
 * True when another visitor typed one of this visitor's addresses before, and this one did not verify it. For the
 * visitor who verified an address, what others typed does not matter. Served by visitor_contact_email_idx.
 */
export async function wasTypedBefore(db: Executor, visitorId: string): Promise<boolean> {
  const earlier = alias(visitorContact, 'earlier')
  const isTheirs = sql`exists (
    select from ${visitorContact} as own where own.visitor_id = ${visitorId}
      and own.email_hash = ${visitorContact.emailHash} and own.verified_at is not null)`
  const rows = await db
    .select({ one: sql`1` })
    .from(visitorContact)
    .innerJoin(
      earlier,
      and(
        eq(earlier.emailHash, visitorContact.emailHash),
        ne(earlier.visitorId, visitorContact.visitorId),
        sql`(${earlier.at}, ${earlier.visitorId}) < (${visitorContact.at}, ${visitorContact.visitorId})`,
      ),
    )
    .where(and(eq(visitorContact.visitorId, visitorId), sql`not ${isTheirs}`))
    .limit(1)
  return rows.length > 0
}

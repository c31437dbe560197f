import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Executor } from '#db/client'
import { conversion, visitorContact } from '#db/schema/conversion'

/** The addresses that a visitor wrote. Served by the primary key, whose first column is the visitor. */
export async function listAddressesOf(db: Executor, visitorId: string): Promise<string[]> {
  const rows = await db
    .select({ email: sql<string | null>`${conversion.contact}->>'email'` })
    .from(conversion)
    .where(and(eq(conversion.visitorId, visitorId), isNotNull(conversion.contact)))
  return rows.flatMap(({ email }) => (email ? [email] : []))
}

/** True when another visitor had given one of this visitor's addresses before. Served by visitor_contact_email_idx. */
export async function wasGivenBefore(db: Executor, visitorId: string): Promise<boolean> {
  const earlier = alias(visitorContact, 'earlier')
  const rows = await db
    .select({ one: sql`1` })
    .from(visitorContact)
    .innerJoin(
      earlier,
      and(
        eq(earlier.emailHash, visitorContact.emailHash),
        sql`(${earlier.at}, ${earlier.visitorId}) < (${visitorContact.at}, ${visitorContact.visitorId})`,
      ),
    )
    .where(eq(visitorContact.visitorId, visitorId))
    .limit(1)
  return rows.length > 0
}

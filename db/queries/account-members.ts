import { eq, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { account, accountMember } from '#db/schema/account'
import { visitorContact } from '#db/schema/contact'
import { trial } from '#db/schema/trial'

export type MemberRow = typeof accountMember.$inferSelect

/** Where a visitor belongs, with the name of the account, or null. Served by the primary key. */
export async function findMembership(
  db: Executor,
  visitorId: string,
): Promise<(MemberRow & { account: string }) | null> {
  const rows = await db
    .select({ member: accountMember, name: account.name })
    .from(accountMember)
    .innerJoin(account, eq(account.id, accountMember.accountId))
    .where(eq(accountMember.visitorId, visitorId))
  return rows[0] ? { ...rows[0].member, account: rows[0].name } : null
}

/**
 * A visitor joins by domain; one who has a row already, even as removed, does not change. Served by the primary key.
 */
export async function insertMember(db: Executor, row: typeof accountMember.$inferInsert): Promise<boolean> {
  const rows = await db.insert(accountMember).values(row).onConflictDoNothing().returning()
  return rows.length > 0
}

/** A visitor joins by their own decision, whatever account they belonged to before. Served by the primary key. */
export async function putMember(db: Executor, row: typeof accountMember.$inferInsert): Promise<void> {
  const { accountId, joinedBy, joinedAt } = row
  await db
    .insert(accountMember)
    .values(row)
    .onConflictDoUpdate({
      target: accountMember.visitorId,
      set: { accountId, joinedBy, joinedAt, removedAt: null },
    })
}

/**
 * Everybody who verified an address of a domain before it was assigned to an account joins it, except those who belong
 * to one already. Returns their number. Served by visitor_contact_domain_idx.
 */
export async function adoptByDomain(
  db: Executor,
  { domain, accountId, at }: { domain: string; accountId: string; at: Date },
): Promise<number> {
  const rows = await db.execute(sql`
    insert into ${accountMember} (visitor_id, account_id, joined_by, joined_at)
    select distinct visitor_id, ${accountId}::uuid, 'domain', ${at.toISOString()}::timestamptz
    from ${visitorContact}
    where domain = ${domain} and verified_at is not null
    on conflict do nothing returning visitor_id`)
  return rows.length
}

/** A domain of addresses typed by visitors without an account, with how many typed and how many verified theirs. */
export interface LooseDomain {
  domain: string
  visitors: number
  verified: number
}

/** Loose domains since an instant, without simulated visitors. Reads the contacts since then. */
export async function listLooseDomains(db: Executor, since: Date): Promise<LooseDomain[]> {
  const rows = await db.execute<LooseDomain & Record<string, unknown>>(sql`
    select domain, count(distinct visitor_id)::int as visitors,
      (count(distinct visitor_id) filter (where verified_at is not null))::int as verified
    from ${visitorContact}
    where domain is not null and ${visitorContact.at} >= ${since.toISOString()}::timestamptz
      and not exists (select from ${accountMember} where ${accountMember.visitorId} = ${visitorContact.visitorId})
      and not exists (
        select from ${trial} where ${trial.visitorId} = ${visitorContact.visitorId} and 'simulated' = any(flags))
    group by 1 order by 3 desc, 2 desc, 1`)
  return rows.map(({ domain, visitors, verified }) => ({ domain, visitors, verified }))
}

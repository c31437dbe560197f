import { eq } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { account, accountMember } from '#db/schema/account'

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

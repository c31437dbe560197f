import { and, asc, count, countDistinct, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { account, accountDomain, accountMember } from '#db/schema/account'
import { changed } from '#db/schema/feed'
import { trial } from '#db/schema/trial'

export type AccountRow = typeof account.$inferSelect

/** An account in a list; accounts that were merged into it are counted as its own. */
export interface ListedAccount {
  id: string
  name: string
  domains: string[]
  members: number
  trials: number
}

/** Accounts that were not merged into another, by name. Reads the members, and their trials by the primary key. */
export async function listAccountRows(db: Executor): Promise<ListedAccount[]> {
  const accounts = await db
    .select()
    .from(account)
    .orderBy(sql`lower(${account.name})`, asc(account.id))
  const domains = await db.select().from(accountDomain).orderBy(asc(accountDomain.domain))
  const members = await db
    .select({
      accountId: accountMember.accountId,
      members: countDistinct(accountMember.visitorId),
      trials: count(trial.id),
    })
    .from(accountMember)
    .leftJoin(trial, eq(trial.visitorId, accountMember.visitorId))
    .where(isNull(accountMember.removedAt))
    .groupBy(accountMember.accountId)
  const rootOf = rootsOf(accounts)
  const listed = new Map(
    accounts
      .filter(({ mergedInto }) => mergedInto === null)
      .map(({ id, name }) => [id, { id, name, domains: [] as string[], members: 0, trials: 0 }]),
  )
  for (const { accountId, domain } of domains) listed.get(rootOf(accountId))?.domains.push(domain)
  for (const own of members) {
    const root = listed.get(rootOf(own.accountId))
    if (root) Object.assign(root, { members: root.members + own.members, trials: root.trials + own.trials })
  }
  return [...listed.values()]
}

/** The account into which an account was merged, the last of a chain; itself when it was not. */
function rootsOf(accounts: readonly AccountRow[]): (id: string) => string {
  const into = new Map(accounts.map(({ id, mergedInto }) => [id, mergedInto]))
  return (id) => {
    let root = id
    for (let next = into.get(root); next; next = into.get(root)) root = next
    return root
  }
}

/** Served by the primary key. */
export async function findAccount(db: Executor, id: string): Promise<AccountRow | null> {
  const rows = await db.select().from(account).where(eq(account.id, id))
  return rows[0] ?? null
}

/** As `findAccount`, locking the row. Lock two in the order of their ids. */
export async function lockAccount(db: Executor, id: string): Promise<AccountRow | null> {
  const rows = await db.select().from(account).where(eq(account.id, id)).for('update')
  return rows[0] ?? null
}

/** Accounts merged straight into one, by name. Served by account_merged_idx. */
export async function listMergedInto(db: Executor, id: string): Promise<AccountRow[]> {
  return db.select().from(account).where(eq(account.mergedInto, id)).orderBy(asc(account.name))
}

export async function insertAccount(db: Executor, row: typeof account.$inferInsert): Promise<void> {
  await db.insert(account).values(row)
  await nameAccount(db, row.id)
}

/** Served by the primary key. */
export async function setMergedInto(db: Executor, id: string, mergedInto: string | null): Promise<void> {
  await db.update(account).set({ mergedInto }).where(eq(account.id, id))
  await nameAccount(db, id)
}

/** Deletes an account with its domains, invitations and memberships. Served by the primary key. */
export async function deleteAccount(db: Executor, id: string): Promise<void> {
  await db.delete(account).where(eq(account.id, id))
  await nameAccount(db, id)
}

/** Where tables are distributed, this one is kept on every node and has no trigger that names its changes. */
async function nameAccount(db: Executor, id: string): Promise<void> {
  await db.insert(changed).values({ visitorId: id, kind: 'account', id })
}

/** The account whose domain it is, or null. Served by the primary key. */
export async function findAccountByDomain(db: Executor, domain: string): Promise<string | null> {
  const rows = await db
    .select({ id: accountDomain.accountId })
    .from(accountDomain)
    .where(eq(accountDomain.domain, domain))
  return rows[0]?.id ?? null
}

/** The domains of an account. Served by account_domain_account_idx. */
export async function listDomains(db: Executor, accountId: string): Promise<string[]> {
  const rows = await db
    .select({ domain: accountDomain.domain })
    .from(accountDomain)
    .where(eq(accountDomain.accountId, accountId))
    .orderBy(asc(accountDomain.domain))
  return rows.map(({ domain }) => domain)
}

/** False when the domain belongs to an account already. Served by the primary key. */
export async function insertDomain(db: Executor, row: typeof accountDomain.$inferInsert): Promise<boolean> {
  const rows = await db.insert(accountDomain).values(row).onConflictDoNothing().returning()
  return rows.length > 0
}

/** False when it was not a domain of this account. Served by the primary key. */
export async function deleteDomain(
  db: Executor,
  { domain, accountId }: { domain: string; accountId: string },
): Promise<boolean> {
  const rows = await db
    .delete(accountDomain)
    .where(and(eq(accountDomain.domain, domain), eq(accountDomain.accountId, accountId)))
    .returning()
  return rows.length > 0
}

/** A visitor in an account, as staff see it: without a name. */
export interface ListedMember {
  visitorId: string
  joinedBy: 'domain' | 'invitation' | 'hand'
  joinedAt: Date
  removedAt: Date | null
  trials: number
  lastAt: Date | null
}

/**
 * Visitors of one account, the most recently active first, at most 500. Served by account_member_account_idx and the
 * primary key of `trial`.
 */
export async function listMembers(db: Executor, accountId: string): Promise<ListedMember[]> {
  return db
    .select({
      visitorId: accountMember.visitorId,
      joinedBy: accountMember.joinedBy,
      joinedAt: accountMember.joinedAt,
      removedAt: accountMember.removedAt,
      trials: sql<number>`count(${trial.id})::int`,
      lastAt: sql<Date | null>`max(${trial.lastEventAt})`.mapWith(trial.lastEventAt),
    })
    .from(accountMember)
    .leftJoin(trial, eq(trial.visitorId, accountMember.visitorId))
    .where(eq(accountMember.accountId, accountId))
    .groupBy(accountMember.visitorId)
    .orderBy(desc(sql`max(${trial.lastEventAt})`), asc(accountMember.visitorId))
    .limit(500)
}

/** Locks those of the named visitors that are still in an account. */
export async function moveMembers(
  db: Executor,
  { from, to, visitorIds, at }: { from: string; to: string; visitorIds: readonly string[]; at: Date },
): Promise<number> {
  const rows = await db
    .update(accountMember)
    .set({ accountId: to, joinedBy: 'hand', joinedAt: at })
    .where(
      and(
        eq(accountMember.accountId, from),
        inArray(accountMember.visitorId, [...visitorIds]),
        isNull(accountMember.removedAt),
      ),
    )
    .returning({ visitorId: accountMember.visitorId })
  return rows.length
}

/** Removes visitors from an account, or with null puts them back. Returns their number. Served by the primary key. */
export async function setRemoved(
  db: Executor,
  { accountId, visitorIds, at }: { accountId: string; visitorIds: readonly string[]; at: Date | null },
): Promise<number> {
  const rows = await db
    .update(accountMember)
    .set({ removedAt: at })
    .where(and(eq(accountMember.accountId, accountId), inArray(accountMember.visitorId, [...visitorIds])))
    .returning({ visitorId: accountMember.visitorId })
  return rows.length
}

import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Executor } from '#db/client'
import { account, accountInvitation } from '#db/schema/account'

export type InvitationRow = typeof accountInvitation.$inferSelect

export async function insertInvitation(
  db: Executor,
  row: typeof accountInvitation.$inferInsert,
): Promise<void> {
  await db.insert(accountInvitation).values(row)
}

const holdsAt = (now: Date) => and(isNull(accountInvitation.revokedAt), gt(accountInvitation.expiresAt, now))

/** A valid invitation, with the account's name, or null. Served by account_invitation_token_key. */
export async function findInvitation(
  db: Executor,
  tokenHash: string,
  now: Date,
): Promise<{ id: string; accountId: string; account: string } | null> {
  const rows = await db
    .select({ id: accountInvitation.id, accountId: account.id, account: account.name })
    .from(accountInvitation)
    .innerJoin(account, eq(account.id, accountInvitation.accountId))
    .where(and(eq(accountInvitation.tokenHash, tokenHash), holdsAt(now)))
  return rows[0] ?? null
}

/** Valid invitations, the newest first. Served by account_invitation_account_idx. */
export async function listInvitations(
  db: Executor,
  accountId: string,
  now: Date,
): Promise<Pick<InvitationRow, 'id' | 'createdAt' | 'createdBy' | 'expiresAt' | 'used'>[]> {
  const { id, createdAt, createdBy, expiresAt, used } = accountInvitation
  return db
    .select({ id, createdAt, createdBy, expiresAt, used })
    .from(accountInvitation)
    .where(and(eq(accountInvitation.accountId, accountId), holdsAt(now)))
    .orderBy(desc(createdAt))
}

/** Served by the primary key. */
export async function countUse(db: Executor, id: string): Promise<void> {
  await db
    .update(accountInvitation)
    .set({ used: sql`${accountInvitation.used} + 1` })
    .where(eq(accountInvitation.id, id))
}

/** False when there is no valid one. Served by the primary key. */
export async function markInvitationRevoked(
  db: Executor,
  { id, accountId, at }: { id: string; accountId: string; at: Date },
): Promise<boolean> {
  const rows = await db
    .update(accountInvitation)
    .set({ revokedAt: at })
    .where(
      and(
        eq(accountInvitation.id, id),
        eq(accountInvitation.accountId, accountId),
        isNull(accountInvitation.revokedAt),
      ),
    )
    .returning({ id: accountInvitation.id })
  return rows.length > 0
}

import type { Executor } from '#db/client'
import { insertAuditEntry } from '#db/queries/audit'
import { lockAccount } from '#db/queries/accounts'
import type { AccountRow } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { auditActor } from '~/platform/context/audit-actor'
import type { Context } from '~/platform/context/context'

/** The account, held until the transaction ends. @throws DomainError `not-found` */
export async function heldAccount(tx: Executor, id: string): Promise<AccountRow> {
  const found = await lockAccount(tx, id)
  if (found) return found
  throw new DomainError('not-found', 'There is no such account.', { at: 'account' })
}

/**
 * Tells the audit what was done to an account. Of visitors the number alone is told: the audit outlives them.
 */
export async function tellAccount(
  tx: Executor,
  ctx: Context,
  action: string,
  { id, ...data }: { id: string } & Record<string, unknown>,
): Promise<void> {
  await insertAuditEntry(tx, {
    ...auditActor(ctx.actor),
    ...{ at: ctx.now(), action: `account.${action}`, subjectKind: 'account', subjectId: id, data },
  })
}

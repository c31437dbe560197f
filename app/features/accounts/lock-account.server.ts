import type { Executor } from '#db/client'
import { lockAccount } from '#db/queries/accounts'
import type { AccountRow } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'

/** The account, locked until the transaction ends. @throws DomainError `not-found` */
export async function lockedAccount(tx: Executor, id: string): Promise<AccountRow> {
  const found = await lockAccount(tx, id)
  if (found) return found
  throw new DomainError('not-found', 'There is no such account.', { at: 'account' })
}

import { listLooseDomains } from '#db/queries/account-members'
import { listAccountRows as queryAccounts } from '#db/queries/accounts'
import type { LooseDomain } from '#db/queries/account-members'
import type { ListedAccount } from '#db/queries/accounts'
import { isWorkDomain } from '~/platform/addresses/email-domains'
import { verb } from '~/platform/verb/verb'

const DAY_MS = 24 * 60 * 60 * 1000
const LOOSE_DAYS = 90
const LOOSE_SHOWN = 8

export interface AccountList {
  accounts: ListedAccount[]
  /** Work domains of visitors in no account, to make one of. */
  loose: LooseDomain[]
}

/** The accounts, and which could be made. */
export const listAccounts = verb({ permission: 'accounts.manage' }, async ({ ctx }): Promise<AccountList> => {
  const since = new Date(ctx.now().getTime() - LOOSE_DAYS * DAY_MS)
  const [accounts, loose] = await Promise.all([
    queryAccounts(ctx.reports),
    listLooseDomains(ctx.reports, since),
  ])
  return { accounts, loose: loose.filter(({ domain }) => isWorkDomain(domain)).slice(0, LOOSE_SHOWN) }
})

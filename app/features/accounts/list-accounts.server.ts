import { listLooseDomains } from '#db/queries/account-members'
import { listAccounts as queryAccounts } from '#db/queries/accounts'
import type { LooseDomain } from '#db/queries/account-members'
import type { ListedAccount } from '#db/queries/accounts'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { isWorkDomain } from '~/platform/addresses/email-domains'

const DAY_MS = 24 * 60 * 60 * 1000
const LOOSE_DAYS = 90
const LOOSE_SHOWN = 8

export interface AccountList {
  accounts: ListedAccount[]
  /** Work domains of visitors in no account, to make one of. */
  loose: LooseDomain[]
}

/** The accounts, and which could be made. @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage` */
export async function listAccounts({ ctx }: Pick<VerbArgs<never>, 'ctx'>): Promise<AccountList> {
  permit(ctx, 'accounts.manage')
  const since = new Date(ctx.now().getTime() - LOOSE_DAYS * DAY_MS)
  const [accounts, loose] = await Promise.all([
    queryAccounts(ctx.reports),
    listLooseDomains(ctx.reports, since),
  ])
  return { accounts, loose: loose.filter(({ domain }) => isWorkDomain(domain)).slice(0, LOOSE_SHOWN) }
}

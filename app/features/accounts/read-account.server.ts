import { z } from 'zod'
import { findAccount, listAccountRows, listDomains, listMembers, listMergedInto } from '#db/queries/accounts'
import type { ListedMember } from '#db/queries/accounts'
import { listInvitations } from '#db/queries/invitations'
import type { InvitationRow } from '#db/queries/invitations'
import { DomainError } from '~/domain/errors'
import { verb } from '~/platform/verb/verb'

interface Named {
  id: string
  name: string
}

export interface AccountView extends Named {
  mergedInto: Named | null
  merged: Named[]
  domains: string[]
  members: ListedMember[]
  invitations: Pick<InvitationRow, 'id' | 'createdAt' | 'createdBy' | 'expiresAt' | 'used'>[]
  /** Accounts that it can be merged into. */
  others: Named[]
}

/** One account. @throws DomainError `not-found` */
export const readAccount = verb(
  { permission: 'accounts.manage', input: z.object({ account: z.string() }) },
  async ({ ctx, input: { account } }): Promise<AccountView> => {
    const { db } = ctx
    const isId = /^[0-9a-f-]{36}$/i.test(account)
    const found = isId ? await findAccount(db, account) : null
    if (!found) throw new DomainError('not-found', 'There is no such account.')
    const { id, name, mergedInto } = found
    const [domains, members, invitations, merged, all] = await Promise.all([
      listDomains(db, id),
      listMembers(db, id),
      listInvitations(db, id, ctx.now()),
      listMergedInto(db, id),
      listAccountRows(db),
    ])
    const named = ({ id: one, name: called }: Named): Named => ({ id: one, name: called })
    const parent = mergedInto === null ? null : await findAccount(db, mergedInto)
    return {
      ...{ id, name, domains, members, invitations },
      mergedInto: parent && named(parent),
      merged: merged.map(named),
      others: all.filter((one) => one.id !== id).map(named),
    }
  },
)

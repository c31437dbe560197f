import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { accountListSchema } from './account-query'
import type { AccountFile } from './accounts-view'
import { openAccounts } from './open-accounts.server'

const MOST_ACCOUNTS = 100_000

/** The accounts of a query in the order that was asked for, all of them. */
export const readAccountFile = verb(
  { permission: 'boards.read', input: querySchema(accountListSchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<AccountFile> => {
    const { view, found } = await openAccounts(ctx, asked, { skip: 0, limit: MOST_ACCOUNTS })
    return { query: view.query, leftOut, period: view.period, ...found }
  },
)

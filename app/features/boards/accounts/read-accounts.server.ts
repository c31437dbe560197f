import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { demoNamesOf } from '../filter/demo-names.server'
import { accountListSchema } from './account-query'
import type { AccountsBoard } from './accounts-view'
import { openAccounts } from './open-accounts.server'

const PAGE_LENGTH = 50

/** The companies behind the trials of a scope, a page at a time, each with its score and the reasons of it. */
export const readAccounts = verb(
  { permission: 'boards.read', input: querySchema(accountListSchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<AccountsBoard> => {
    const piece = { skip: (asked.page - 1) * PAGE_LENGTH, limit: PAGE_LENGTH }
    const { view, found } = await openAccounts(ctx, asked, piece)
    const { query, reader, scope, period } = view
    const choices = await readFilterChoices(reader, scope)
    const demos = new Set([...choices.demos, ...(query.demo === undefined ? [] : [query.demo])])
    return {
      ...{ query, leftOut, period, choices, ...found },
      pages: Math.max(1, Math.ceil(found.found / PAGE_LENGTH)),
      names: await demoNamesOf(ctx, demos),
    }
  },
)

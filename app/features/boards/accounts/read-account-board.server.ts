import { z } from 'zod'
import { listTriedAccounts } from '#db/columns/boards/accounts/list-accounts'
import {
  findNamedAccount,
  listAccountDemos,
  listAccountEvents,
  listAccountPeople,
} from '#db/columns/boards/accounts/account-story'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { DomainError } from '~/domain/errors'
import { accountScore } from '~/domain/insight/accounts/account-score'
import type { AccountDemo } from '~/domain/insight/accounts/account-story'
import type { Context } from '~/platform/context/context'
import { isPermitted } from '~/platform/context/is-permitted'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { demoNamesOf } from '../filter/demo-names.server'
import { openView } from '../filter/open-view.server'
import { revisionById } from '../filter/demo-of.server'
import type { AccountBoard } from './account-board-view'
import { accountBoardSchema } from './account-query'

const MOST_EVENTS = 200

/** Whatever is no id is looked for as well: there is no such account. */
const inputSchema = querySchema(accountBoardSchema.extend({ accountId: z.coerce.string() }))

/**
 * Who of a company tried what, and when.
 * @throws DomainError `not-found` for an account that does not exist
 */
export const readAccountBoard = verb(
  { permission: 'trials.read', input: inputSchema },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<AccountBoard> => {
    const { accountId, ...filter } = asked
    const found = await findAccountAt(ctx, accountId, filter.asOf)
    const { query, reader, scope, period } = await openView(ctx, { ...filter, account: found.account })
    const one = { sort: 'name', direction: 'asc', skip: 0, limit: 1 } as const
    const [listed, people, demos, told, choices] = await Promise.all([
      listTriedAccounts(reader, scope, one),
      listAccountPeople(reader, scope, found.account),
      listAccountDemos(reader, scope),
      listAccountEvents(reader, scope, found.account, { person: query.person, limit: MOST_EVENTS }),
      readFilterChoices(reader, scope),
    ])
    const names = await demoNamesOf(ctx, new Set([...choices.demos, ...demos.map(({ demo }) => demo)]))
    const figures = listed.accounts[0] ?? null
    return {
      ...{ query: { ...query, account: undefined }, leftOut, period, choices, figures, people, names },
      account: { id: found.account, name: found.name, domains: found.domains },
      score: figures && accountScore(figures.counts),
      demos: await Promise.all(
        demos.map(async ({ entered, ...demo }) => ({
          ...demo,
          title: names[demo.demo]?.title ?? demo.demo,
          roles: await rolesReached(ctx, entered),
        })),
      ),
      ...{ events: told.events, eventCount: told.count },
      mayManage: isPermitted(ctx, 'accounts.manage'),
    }
  },
)

async function findAccountAt(ctx: Context, id: string, asOfMs: number | undefined) {
  const { reader } = await ctx.columns.read({ asOfMs, signal: ctx.signal })
  const found = z.uuid().safeParse(id).success ? await findNamedAccount(reader, id) : null
  if (!found) throw new DomainError('not-found', 'There is no such account.')
  return found
}

/** The names of the roles that act in the states that were entered. */
async function rolesReached(ctx: Context, entered: AccountDemo['entered']): Promise<string[]> {
  const names = await Promise.all(
    entered.map(async ({ revisionId, states }) => {
      const revision = await revisionById(ctx, revisionId)
      if (!revision) return []
      const { states: infos } = await ctx.trials.compiled(revisionId)
      return states.flatMap((state) => infos.get(state)?.role ?? [])
    }),
  )
  return [...new Set(names.flat())]
}

import { isDomainError } from '~/domain/errors'
import type { Context } from '~/server/context'
import type { AccountAnswer } from './account-answer'
import { problemOf } from './account-answer'
import { addDomain } from './add-domain.server'
import { changeMembers } from './change-members.server'
import { makeInvitation } from './make-invitation.server'
import { mergeAccounts, unmergeAccount } from './merge-accounts.server'
import { removeDomain } from './remove-domain.server'
import { revokeInvitation } from './revoke-invitation.server'

type Command = (ctx: Context, account: string, form: FormData) => Promise<AccountAnswer>

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')
const visitorsOf = (form: FormData): string[] => form.getAll('visitor').map(String)

/** What the forms of an account's page ask for, by their intent; those that lead elsewhere are the route's own. */
const COMMANDS: Record<string, Command> = {
  'add-domain': async (ctx, account, form) => ({
    done: 'domain',
    count: await addDomain({ ctx, input: { account, domain: text(form, 'domain') } }),
  }),
  'remove-domain': async (ctx, account, form) => {
    await removeDomain({ ctx, input: { account, domain: text(form, 'domain') } })
    return { done: 'saved' }
  },
  invite: async (ctx, account) => ({
    invitation: (await makeInvitation({ ctx, input: { account } })).path,
  }),
  'revoke-invitation': async (ctx, account, form) => {
    await revokeInvitation({ ctx, input: { account, invitation: text(form, 'invitation') } })
    return { done: 'saved' }
  },
  'take-out': async (ctx, account, form) => {
    await changeMembers({ ctx, input: { account, visitors: visitorsOf(form), removed: true } })
    return { done: 'takenOut' }
  },
  'put-back': async (ctx, account, form) => {
    await changeMembers({ ctx, input: { account, visitors: visitorsOf(form), removed: false } })
    return { done: 'saved' }
  },
  merge: async (ctx, account, form) => {
    await mergeAccounts({ ctx, input: { account, into: text(form, 'into') } })
    return { done: 'merged' }
  },
  unmerge: async (ctx, account) => {
    await unmergeAccount({ ctx, input: { account } })
    return { done: 'saved' }
  },
}

/** Does what a form of an account's page asks for. A refusal that the page has words for is an answer. */
export async function runAccountCommand(
  ctx: Context,
  account: string,
  form: FormData,
): Promise<AccountAnswer | null> {
  const command = COMMANDS[text(form, 'intent')]
  return command ? answered(() => command(ctx, account, form)) : null
}

/** The answer, or the problem that the page has words for. @throws every other refusal */
export async function answered<Answer>(
  work: () => Promise<Answer>,
): Promise<Answer | Extract<AccountAnswer, { problem: unknown }>> {
  try {
    return await work()
  } catch (error) {
    const problem = isDomainError(error) ? problemOf(error) : null
    if (problem === null) throw error
    return { problem }
  }
}

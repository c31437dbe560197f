import { isDomainError } from '~/domain/errors'
import type { Context } from '~/platform/context/context'
import type { AccountAnswer } from './account-answer'
import { accountProblem } from './account-answer'
import type { AccountFields } from './account-fields'
import { addDomain } from './domains/add-domain.server'
import { changeMembers } from './change-members.server'
import { makeInvitation } from './invitations/make-invitation.server'
import { mergeAccounts } from './merging/merge-accounts.server'
import { removeDomain } from './domains/remove-domain.server'
import { revokeInvitation } from './invitations/revoke-invitation.server'
import { unmergeAccount } from './merging/unmerge-account.server'

/** What stays on the account's page; the rest leads elsewhere and is the route's own. */
type Command = Exclude<AccountFields, { intent: 'remove' | 'split' }>

/** Does what a form of an account's page asks for. A refusal that the page has words for is an answer. */
export function runAccountCommand(ctx: Context, account: string, command: Command): Promise<AccountAnswer> {
  return answered(() => run(ctx, account, command))
}

async function run(ctx: Context, account: string, command: Command): Promise<AccountAnswer> {
  switch (command.intent) {
    case 'add-domain': {
      const { domain } = command
      return { done: 'domain', count: await addDomain({ ctx, input: { account, domain } }) }
    }
    case 'remove-domain':
      return saved(removeDomain({ ctx, input: { account, domain: command.domain } }))
    case 'invite':
      return { invitation: (await makeInvitation({ ctx, input: { account } })).path }
    case 'revoke-invitation':
      return saved(revokeInvitation({ ctx, input: { account, invitation: command.invitation } }))
    case 'take-out':
      await changeMembers({ ctx, input: { account, visitors: command.visitor, removed: true } })
      return { done: 'takenOut' }
    case 'put-back':
      return saved(changeMembers({ ctx, input: { account, visitors: command.visitor, removed: false } }))
    case 'merge':
      await mergeAccounts({ ctx, input: { account, into: command.into } })
      return { done: 'merged' }
    case 'unmerge':
      return saved(unmergeAccount({ ctx, input: { account } }))
  }
}

async function saved(work: Promise<unknown>): Promise<AccountAnswer> {
  await work
  return { done: 'saved' }
}

/** The answer, or the problem that the page has words for. @throws every other refusal */
export async function answered<Answer>(
  work: () => Promise<Answer>,
): Promise<Answer | Extract<AccountAnswer, { problem: unknown }>> {
  try {
    return await work()
  } catch (error) {
    const problem = isDomainError(error) ? accountProblem(error) : null
    if (problem === null) throw error
    return { problem }
  }
}

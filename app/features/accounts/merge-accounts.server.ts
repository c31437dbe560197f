import type { z } from 'zod'
import { setMergedInto } from '#db/queries/accounts'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { heldAccount, tellAccount } from './account-of.server'
import { accountSchema, mergeSchema } from './schemas'

/**
 * Makes an account count as another. Its members and domains stay with it, so that the merge can be taken back as it was.
 *
 * @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage`; `not-found`; `conflict` for one that is
 *   merged already, and for one merged into itself or into one that is merged itself
 */
export async function mergeAccounts({ ctx, input }: VerbArgs<z.input<typeof mergeSchema>>): Promise<void> {
  permit(ctx, 'accounts.manage')
  const { account, into } = parseInput(mergeSchema, input)
  if (account === into) throw new DomainError('conflict', 'An account cannot be merged into itself.')
  await ctx.db.transaction(async (tx) => {
    const [first = account, second = into] = [account, into].sort()
    const held = [await heldAccount(tx, first), await heldAccount(tx, second)]
    // Only accounts that stand by themselves take part, so that no circle can come about.
    if (held.some(({ mergedInto }) => mergedInto !== null)) {
      throw new DomainError('conflict', 'One of them is merged into another account already.')
    }
    await setMergedInto(tx, account, into)
    const name = (id: string) => held.find((one) => one.id === id)?.name
    const note = `${name(account)} → ${name(into)}`
    await tellAccount(tx, ctx, 'merge', { id: account, into, note })
  })
}

/**
 * Takes a merge back: the account stands by itself again, with the members and domains that are its own.
 * @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage`; `not-found`; `conflict` unless it is merged
 */
export async function unmergeAccount({ ctx, input }: VerbArgs<z.input<typeof accountSchema>>): Promise<void> {
  permit(ctx, 'accounts.manage')
  const { account } = parseInput(accountSchema, input)
  await ctx.db.transaction(async (tx) => {
    const held = await heldAccount(tx, account)
    if (held.mergedInto === null) throw new DomainError('conflict', 'This account stands by itself.')
    await setMergedInto(tx, account, null)
    await tellAccount(tx, ctx, 'unmerge', { id: account, parent: held.mergedInto, note: held.name })
  })
}

import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { insertAccount } from '#db/queries/accounts'
import { auditActor } from '~/platform/context/audit-actor'
import { holdDomain } from '~/platform/addresses/verify-address'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { tellAccount } from './account-of.server'
import { giveDomain, workDomain } from './add-domain.server'
import { createAccountSchema } from './schemas'

/**
 * Makes an account, with its first domain when one is given.
 * @throws DomainError `unauthenticated` or `forbidden` without `accounts.manage`; and as `addDomain`
 */
export async function createAccount({
  ctx,
  input,
}: VerbArgs<z.input<typeof createAccountSchema>>): Promise<{ id: string; joined: number }> {
  permit(ctx, 'accounts.manage')
  const { name, domain: written } = parseInput(createAccountSchema, input)
  const domain = written === '' ? null : workDomain(written)
  const createdAt = ctx.now()
  const id = uuidv7({ msecs: createdAt.getTime() })
  return ctx.db.transaction(async (tx) => {
    if (domain !== null) await holdDomain(tx, domain)
    await insertAccount(tx, { id, name, createdAt, createdBy: auditActor(ctx.actor).actorName })
    await tellAccount(tx, ctx, 'create', { id, note: name })
    return { id, joined: domain === null ? 0 : await giveDomain(tx, ctx, id, domain) }
  })
}

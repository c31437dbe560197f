import { v7 as uuidv7 } from 'uuid'
import { insertAccount } from '#db/queries/accounts'
import { auditActor } from '~/platform/audit/audit-actor'
import { lockDomain } from '~/platform/addresses/verify-address'
import { verb } from '~/platform/verb/verb'
import { giveDomain, workDomain } from './domains/give-domain.server'
import { createAccountSchema } from './schemas'

/**
 * Makes an account, with its first domain when one is given.
 * @throws DomainError as `addDomain`
 */
export const createAccount = verb(
  {
    permission: 'accounts.manage',
    input: createAccountSchema,
    audit: ['account.create', 'account.add-domain'],
  },
  async ({ ctx, input: { name, domain: written }, audit }): Promise<{ id: string; joined: number }> => {
    const domain = written === '' ? null : workDomain(written)
    const createdAt = ctx.now()
    const id = uuidv7({ msecs: createdAt.getTime() })
    return ctx.db.transaction(async (tx) => {
      if (domain !== null) await lockDomain(tx, domain)
      await insertAccount(tx, { id, name, createdAt, createdBy: auditActor(ctx.actor).actorName })
      await audit(tx, 'account.create', { subject: id, data: { note: name } })
      if (domain === null) return { id, joined: 0 }
      return { id, joined: await giveDomain(tx, audit, { domain, accountId: id, at: createdAt }) }
    })
  },
)

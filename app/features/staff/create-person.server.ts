import { findPersonByEmail, insertPerson } from '#db/queries/people'
import { DomainError } from '~/domain/errors'
import { signInName } from '~/platform/sign-in/sign-in-name'
import { verb } from '~/platform/verb/verb'
import { createPersonSchema } from './schemas'

/**
 * Adds a person who may sign in.
 * @throws DomainError `conflict` when the address is taken.
 */
export const createPerson = verb(
  { permission: 'people.manage', input: createPersonSchema, audit: ['person.create'] },
  async ({ ctx, input: { password, ...given }, audit }): Promise<{ id: string }> => {
    const person = { ...given, email: signInName(given.email) }
    const passwordHash = await (await ctx.auth.$context).password.hash(password)
    const at = ctx.now()
    return ctx.db.transaction(async (tx) => {
      if (await findPersonByEmail(tx, person.email))
        throw new DomainError('conflict', 'This address is taken.')
      const id = await insertPerson(tx, { ...person, passwordHash, at })
      await audit(tx, 'person.create', { subject: id, at, data: { roles: person.roles } })
      return { id }
    })
  },
)

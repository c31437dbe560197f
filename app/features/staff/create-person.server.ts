import type { z } from 'zod'
import { insertAuditEntry } from '#db/queries/audit'
import { findPersonByEmail, insertPerson } from '#db/queries/people'
import { DomainError } from '~/domain/errors'
import { permit } from '~/platform/context/context'
import type { VerbArgs } from '~/platform/context/context'
import { parseInput } from '~/platform/http/parse-input'
import { signInName } from '~/platform/sign-in/sign-in-name'
import { createPersonSchema } from './schemas'

/**
 * Adds a person who may sign in.
 * @throws DomainError `conflict` when the address is taken.
 */
export async function createPerson({
  ctx,
  input,
}: VerbArgs<z.input<typeof createPersonSchema>>): Promise<{ id: string }> {
  permit(ctx, 'people.manage')
  const { password, ...given } = parseInput(createPersonSchema, input)
  const person = { ...given, email: signInName(given.email) }
  const passwordHash = await (await ctx.auth.$context).password.hash(password)
  const at = ctx.now()
  return ctx.db.transaction(async (tx) => {
    if (await findPersonByEmail(tx, person.email)) throw new DomainError('conflict', 'This address is taken.')
    const id = await insertPerson(tx, { ...person, passwordHash, at })
    await insertAuditEntry(tx, {
      at,
      actorId: ctx.actor.kind === 'staff' ? ctx.actor.id : null,
      actorName: ctx.actor.kind === 'public' ? '' : ctx.actor.name,
      action: 'person.create',
      subjectKind: 'person',
      subjectId: id,
      data: { roles: person.roles },
    })
    return { id }
  })
}

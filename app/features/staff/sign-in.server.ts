import type { z } from 'zod'
import { insertAuditEntry } from '#db/queries/audit'
import { findPersonByEmail } from '#db/queries/people'
import { DomainError } from '~/domain/errors'
import { callAuth } from '~/server/auth-call'
import type { VerbArgs } from '~/server/context'
import { parseInput } from '~/server/parse-input'
import { refuseTooMany } from './refuse-too-many.server'
import { signInSchema } from './schemas'

/**
 * Opens a session and returns the Set-Cookie values that carry it.
 * @throws DomainError `unauthenticated`, the same for an unknown address and a wrong password; `rate-limited` with
 * `retryAfter` in seconds.
 */
export async function signIn({
  ctx,
  input,
  headers,
}: VerbArgs<z.input<typeof signInSchema>> & { headers: Headers }): Promise<{ cookies: string[] }> {
  const { email, password } = parseInput(signInSchema, input)
  const response = await callAuth(ctx, { path: '/sign-in/email', headers, body: { email, password } })
  refuseTooMany(response)
  if (!response.ok) throw new DomainError('unauthenticated', 'The address or the password is wrong.')
  const person = await findPersonByEmail(ctx.db, email)
  if (person) {
    await insertAuditEntry(ctx.db, {
      at: ctx.now(),
      actorId: person.id,
      actorName: person.name,
      action: 'person.sign-in',
      subjectKind: 'person',
      subjectId: person.id,
    })
  }
  return { cookies: response.headers.getSetCookie() }
}

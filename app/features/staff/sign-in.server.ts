import type { z } from 'zod'
import { insertAuditEntry } from '#db/queries/audit'
import { findPersonByEmail } from '#db/queries/people'
import type { StaffRole } from '~/domain/access/permissions'
import { DomainError } from '~/domain/errors'
import { callAuth } from '~/platform/sign-in/auth-call'
import type { VerbArgs } from '~/platform/context/context'
import { trustedBrowserCookie } from '~/platform/sign-in/trusted-browser'
import { parseInput } from '~/platform/http/parse-input'
import { signInName } from '~/platform/sign-in/sign-in-name'
import { noteFailure } from './note-failure.server'
import { refuseTooMany } from './refuse-too-many.server'
import { signInSchema } from './schemas'
import { takeTry } from './slow-guessing.server'

/**
 * Opens a session and returns the Set-Cookie values that carry it, and one by which the browser is known again. A wrong
 * password is told to the audit.
 * @throws DomainError `unauthenticated`, the same for an unknown address and a wrong password; `rate-limited` with
 * `retryAfter` in seconds.
 */
export async function signIn({
  ctx,
  input,
  headers,
}: VerbArgs<z.input<typeof signInSchema>> & { headers: Headers }): Promise<{
  cookies: string[]
  roles: StaffRole[]
}> {
  const { password, ...given } = parseInput(signInSchema, input)
  const email = signInName(given.email)
  const takeBack = takeTry(ctx, email, headers)
  const response = await callAuth(ctx, { path: '/sign-in/email', headers, body: { email, password } })
  if (response.ok || response.status === 429) takeBack()
  refuseTooMany(response)
  const person = await findPersonByEmail(ctx.db, email)
  if (!response.ok) {
    await noteFailure(ctx, { action: 'person.sign-in-failed', email, person, actor: null })
    throw new DomainError('unauthenticated', 'The address or the password is wrong.')
  }
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
  return {
    roles: person?.roles ?? [],
    cookies: [...response.headers.getSetCookie(), trustedBrowserCookie(email, ctx.env)],
  }
}

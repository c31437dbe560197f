import { insertAuditEntry } from '#db/queries/audit'
import { callAuth } from '~/platform/sign-in/auth-call'
import type { Context } from '~/platform/context/context'

/** Ends the session in the database and returns the Set-Cookie values that clear it. Signing out twice is no error. */
export async function signOut({
  ctx,
  headers,
}: {
  ctx: Context
  headers: Headers
}): Promise<{ cookies: string[] }> {
  const response = await callAuth(ctx, { path: '/sign-out', headers, body: {} })
  const { actor } = ctx
  if (actor.kind === 'staff') {
    await insertAuditEntry(ctx.db, {
      at: ctx.now(),
      actorId: actor.id,
      actorName: actor.name,
      action: 'person.sign-out',
      subjectKind: 'person',
      subjectId: actor.id,
    })
  }
  return { cookies: response.headers.getSetCookie() }
}

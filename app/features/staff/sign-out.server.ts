import { z } from 'zod'
import { callAuth } from '~/platform/sign-in/auth-call'
import { verb } from '~/platform/verb/verb'

/** Ends the session in the database and returns the Set-Cookie values that clear it. Signing out twice is no error. */
export const signOut = verb(
  {
    permission: 'anyone',
    input: z.object({ headers: z.instanceof(Headers) }),
    audit: ['person.sign-out'],
  },
  async ({ ctx, input: { headers }, audit }): Promise<{ cookies: string[] }> => {
    const response = await callAuth(ctx, { path: '/sign-out', headers, body: {} })
    if (ctx.actor.kind === 'staff') await audit(ctx.db, 'person.sign-out', { subject: ctx.actor.id })
    return { cookies: response.headers.getSetCookie() }
  },
)

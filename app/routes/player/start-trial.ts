import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { TrialEntry } from '~/domain/trial/entry'
import type { Landing } from '~/domain/trial/landing'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { newVisitor, visitorCookie } from '~/platform/visitor/visitor-cookie'

/** This address has no page: reloading a failed start leads to the catalogue. */
export function loader() {
  return redirect(paths.home())
}

const part = z.string().optional()

/** The fields of the start form: the choices, and the source of the visit as `touchSchema` expects it. */
const fields = z.object({
  demo: z.string().default(''),
  plan: z.string().default(''),
  ...{ role: part, restartedFrom: part, at: part, chapter: part, carries: part },
  ...{ source: part, medium: part, campaign: part, term: part, content: part, referrer: part },
  ...{ clickName: part, clickId: part, share: part, embedHost: part },
})

function entryOf({ at, chapter, carries }: z.infer<typeof fields>): TrialEntry {
  if (carries) return 'switch'
  if (at) return 'link'
  return chapter ? 'chapter' : 'start'
}

/** Starts a trial and redirects to it. The browser gets its id here, with its first trial. */
export const action = defineAction(
  { permission: 'anyone', fields },
  async ({ ctx, headers, fields: asked }) => {
    const { demo, plan, role, restartedFrom, at, chapter, carries, ...touch } = asked
    const visitor = ctx.visitor ?? newVisitor(ctx)
    const userAgent = headers.get('user-agent') ?? undefined
    const trial = await startTrial({
      ctx: { ...ctx, visitor },
      input: {
        demo,
        plan,
        role,
        restartedFrom,
        entry: entryOf(asked),
        carries,
        touch: touch as Landing,
        userAgent,
      },
    })
    return redirect(paths.trial(trial.id, { at, chapter, carries }), {
      headers: { 'Set-Cookie': visitorCookie(visitor, ctx.env) },
    })
  },
)

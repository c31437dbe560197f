import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Landing } from '~/domain/trial/landing'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { newVisitor, visitorCookie } from '~/platform/visitor/visitor-cookie'

/** Nobody reads this address: a reload of a failed start leads back to the catalogue. */
export function loader() {
  return redirect(paths.home())
}

const part = z.string().optional()

/** What the start form sends: the wish, and beside it where the visit came from, as `touchSchema` takes it. */
const fields = z.object({
  demo: z.string().default(''),
  plan: z.string().default(''),
  ...{ role: part, restartedFrom: part },
  ...{ source: part, medium: part, campaign: part, term: part, content: part, referrer: part },
  ...{ clickName: part, clickId: part, share: part, embedHost: part },
})

/** Begins a trial and goes to it. The browser gets its id here, at its first trial and not before. */
export const action = defineAction(
  { permission: 'anyone', fields },
  async ({ ctx, headers, fields: asked }) => {
    const { demo, plan, role, restartedFrom, ...touch } = asked
    const visitor = ctx.visitor ?? newVisitor(ctx)
    const userAgent = headers.get('user-agent') ?? undefined
    const trial = await startTrial({
      ctx: { ...ctx, visitor },
      input: { demo, plan, role, restartedFrom, touch: touch as Landing, userAgent },
    })
    return redirect(paths.trial(trial.id), { headers: { 'Set-Cookie': visitorCookie(visitor, ctx.env) } })
  },
)

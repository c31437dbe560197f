import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import type { Landing } from '~/domain/trial/landing'
import { startTrial } from '~/features/collect/start-trial.server'
import { paths } from '~/paths'
import { respond } from '~/server/http-errors'
import { requestContext } from '~/server/request-context'
import { newVisitor, visitorCookie } from '~/server/visitor-cookie'

/** Nobody reads this address: a reload of a failed start leads back to the catalogue. */
export function loader() {
  return redirect(paths.home())
}

const TOUCH_PARTS = [
  ...['source', 'medium', 'campaign', 'term', 'content', 'referrer'],
  ...['clickName', 'clickId', 'share', 'embedHost'],
]

const given = (form: FormData, name: string): string | undefined => {
  const value = form.get(name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Begins a trial and goes to it. The browser gets its id here, at its first trial and not before. */
export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const ctx = await requestContext(args)
  const form = await request.formData()
  const visitor = ctx.visitor ?? newVisitor(ctx)
  const touch = Object.fromEntries(TOUCH_PARTS.map((name) => [name, given(form, name)])) as Landing
  try {
    const trial = await startTrial({
      ctx: { ...ctx, visitor },
      input: {
        demo: given(form, 'demo') ?? '',
        plan: given(form, 'plan') ?? '',
        role: given(form, 'role'),
        restartedFrom: given(form, 'restartedFrom'),
        touch,
        userAgent: request.headers.get('user-agent') ?? undefined,
      },
    })
    return redirect(paths.trial(trial.id), { headers: { 'Set-Cookie': visitorCookie(visitor, ctx.env) } })
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { openResumeLink } from '~/features/collect/open-resume-link.server'
import { paths } from '~/paths'
import { consentOf } from '~/server/consent'
import { respond } from '~/server/http-errors'
import { requestContext } from '~/server/request-context'
import { visitorCookie } from '~/server/visitor-cookie'

/** Opens a personal link: this browser goes on with the trial as the same visitor. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    const { visitorId, trialId } = await openResumeLink({ ctx, input: { token: args.params.token ?? '' } })
    const visitor = { id: visitorId, persistent: consentOf(args.request.headers) === 'granted' }
    return redirect(paths.trial(trialId), { headers: { 'Set-Cookie': visitorCookie(visitor, ctx.env) } })
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

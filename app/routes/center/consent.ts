import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { recordConsent } from '~/features/collect/record-consent.server'
import { consentCookie, isConsentAnswer, refusesTracking } from '~/server/consent'
import { requestContext } from '~/server/request-context'
import { safeRedirect } from '~/server/safe-redirect'
import { visitorCookie } from '~/server/visitor-cookie'
import { workspaceSettings } from '~/server/workspace-settings'

/**
 * Remembers what the visitor agreed to. The id of a visitor known already then lives as long as that allows, and a
 * refusal takes back where they came from. A browser that refuses tracking by itself is never taken to have agreed.
 */
export async function action(args: ActionFunctionArgs) {
  const { request } = args
  const form = await request.formData()
  const back = safeRedirect(form.get('redirectTo'))
  const answer = form.get('consent')
  if (!isConsentAnswer(answer)) return redirect(back)
  const ctx = await requestContext(args)
  const headers = new Headers({ 'Set-Cookie': consentCookie(answer, ctx.env) })
  if (ctx.visitor) {
    const { consent: mode } = await workspaceSettings(ctx)
    const persistent = answer === 'granted' && mode !== 'none' && !refusesTracking(request.headers)
    await recordConsent({ ctx, input: { consent: persistent ? 'granted' : 'denied' } })
    headers.append('Set-Cookie', visitorCookie({ ...ctx.visitor, persistent }, ctx.env))
  }
  return redirect(back, { headers })
}

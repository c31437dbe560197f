import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { consentCookie, isConsentAnswer, refusesTracking } from '~/server/consent'
import { safeRedirect } from '~/server/safe-redirect'
import { readVisitor, visitorCookie } from '~/server/visitor-cookie'

/** Remembers what the visitor agreed to; the id of a visitor known already then lives as long as that allows. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const back = safeRedirect(form.get('redirectTo'))
  const answer = form.get('consent')
  if (!isConsentAnswer(answer)) return redirect(back)
  const { env } = context.app
  const headers = new Headers({ 'Set-Cookie': consentCookie(answer, env) })
  const visitor = readVisitor(request.headers, env)
  if (visitor) {
    const persistent = answer === 'granted' && !refusesTracking(request.headers)
    headers.append('Set-Cookie', visitorCookie({ ...visitor, persistent }, env))
  }
  return redirect(back, { headers })
}

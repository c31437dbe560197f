import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { recordConsent } from '~/features/collect/visitor-rights/record-consent.server'
import { paths } from '~/paths'
import { consentCookie, isConsentAnswer, refusesTracking } from '~/platform/visitor/consent'
import { defineAction } from '~/platform/http/define-action'
import { safeRedirect } from '~/platform/http/safe-redirect'
import { visitorCookie } from '~/platform/visitor/visitor-cookie'
import { workspaceSettings } from '~/platform/context/workspace-settings'

const fields = z.object({ consent: z.string().optional(), redirectTo: z.string().optional() })

/** Nobody reads this address: a reload of a form that failed leads to the first page. */
export const loader = () => redirect(paths.home())

/**
 * Remembers what the visitor agreed to. The id of a visitor known already then lives as long as that allows, and a
 * refusal takes back where they came from. A browser that refuses tracking by itself is never taken to have agreed.
 */
export const action = defineAction(
  { permission: 'anyone', fields },
  async ({ ctx, headers, fields: sent }) => {
    const { consent: answer, redirectTo } = sent
    const back = safeRedirect(redirectTo)
    if (!isConsentAnswer(answer)) return redirect(back)
    const cookies = new Headers({ 'Set-Cookie': consentCookie(answer, ctx.env) })
    if (ctx.visitor) {
      const { consent: mode } = await workspaceSettings(ctx)
      const persistent = answer === 'granted' && mode !== 'none' && !refusesTracking(headers)
      await recordConsent({ ctx, input: { consent: persistent ? 'granted' : 'denied' } })
      cookies.append('Set-Cookie', visitorCookie({ ...ctx.visitor, persistent }, ctx.env))
    }
    return redirect(back, { headers: cookies })
  },
)

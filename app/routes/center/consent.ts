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

/** This address has no page: reloading a failed form leads to the home page. */
export const loader = () => redirect(paths.home())

/**
 * Stores the visitor's consent. The lifetime of an existing visitor id follows it, and a refusal deletes the recorded
 * source. A browser that refuses tracking never counts as having agreed.
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

import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { isLocale } from '~/domain/text'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { localeCookie, withoutLanguageParam } from '~/platform/language/locale'
import { safeRedirect } from '~/platform/http/safe-redirect'
import { readSite } from '~/platform/context/workspace-settings'

const fields = z.object({ lng: z.string().optional(), redirectTo: z.string().optional() })

/** This address has no page: reloading a failed form leads to the home page. */
export const loader = () => redirect(paths.home())

/** Stores the language and returns to the page it was chosen on. */
export const action = defineAction(
  { permission: 'anyone', fields },
  async ({ ctx, fields: { lng, redirectTo } }) => {
    const back = withoutLanguageParam(safeRedirect(redirectTo))
    const { locales } = await readSite(ctx)
    if (!isLocale(lng) || !locales.includes(lng)) return redirect(back)
    return redirect(back, { headers: { 'Set-Cookie': localeCookie(lng, ctx.env) } })
  },
)

import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { safeRedirect } from '~/platform/http/safe-redirect'
import { isTheme, themeCookie } from '~/platform/language/theme'

const fields = z.object({ theme: z.string().optional(), redirectTo: z.string().optional() })

/** This address has no page: reloading a failed form leads to the home page. */
export const loader = () => redirect(paths.home())

export const action = defineAction(
  { permission: 'anyone', fields },
  ({ ctx, fields: { theme, redirectTo } }) => {
    const back = safeRedirect(redirectTo)
    if (!isTheme(theme)) return redirect(back)
    return redirect(back, { headers: { 'Set-Cookie': themeCookie(theme, ctx.env) } })
  },
)

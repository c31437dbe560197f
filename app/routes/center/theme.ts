import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { safeRedirect } from '~/platform/http/safe-redirect'
import { isTheme, themeCookie } from '~/platform/language/theme'

const fields = z.object({ theme: z.string().optional(), redirectTo: z.string().optional() })

/** Nobody reads this address: a reload of a form that failed leads to the first page. */
export const loader = () => redirect(paths.home())

export const action = defineAction(
  { permission: 'anyone', fields },
  async ({ fields: { theme, redirectTo } }) => {
    const back = safeRedirect(redirectTo)
    if (!isTheme(theme)) return redirect(back)
    return redirect(back, { headers: { 'Set-Cookie': await themeCookie.serialize(theme) } })
  },
)

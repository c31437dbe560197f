import { redirect } from '@remix-run/node'
import { signOut } from '~/features/staff/sign-out.server'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { setCookies } from '~/platform/http/set-cookies'

/** This address has no page. */
export const loader = () => redirect(paths.home())

export const action = defineAction({ permission: 'anyone' }, async ({ ctx, headers }) => {
  const { cookies } = await signOut({ ctx, input: { headers } })
  return redirect(paths.signIn(), { headers: setCookies(cookies) })
})

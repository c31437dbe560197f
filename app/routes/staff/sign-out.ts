import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { signOut } from '~/features/staff/sign-out.server'
import { paths } from '~/paths'
import { requestContext } from '~/server/request-context'
import { setCookies } from '~/server/set-cookies'

/** A page that is opened here by its address has nothing to show. */
export const loader = () => redirect(paths.home())

export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const { cookies } = await signOut({ ctx, headers: args.request.headers })
  return redirect(paths.signIn(), { headers: setCookies(cookies) })
}

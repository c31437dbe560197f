import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { safeRedirect } from '~/server/safe-redirect'
import { isTheme, themeCookie } from '~/server/theme'

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const theme = form.get('theme')
  const back = safeRedirect(form.get('redirectTo'))
  if (!isTheme(theme)) return redirect(back)
  return redirect(back, { headers: { 'Set-Cookie': await themeCookie.serialize(theme) } })
}

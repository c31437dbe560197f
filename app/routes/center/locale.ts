import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { isLocale } from '~/domain/text'
import { localeCookie } from '~/server/locale'
import { safeRedirect } from '~/server/safe-redirect'
import { withoutLanguage } from '~/server/without-language'

/** Remembers the language and goes back to the page it was chosen on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const back = withoutLanguage(safeRedirect(form.get('redirectTo')))
  const chosen = form.get('lng')
  if (!isLocale(chosen)) return redirect(back)
  return redirect(back, { headers: { 'Set-Cookie': localeCookie(chosen, context.app.env) } })
}

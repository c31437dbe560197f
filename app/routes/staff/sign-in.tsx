import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isDomainError } from '~/domain/errors'
import { SignInForm } from '~/features/staff/components/sign-in-form'
import { signInSchema } from '~/features/staff/schemas'
import { signIn } from '~/features/staff/sign-in.server'
import { paths } from '~/paths'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'
import { safeRedirect } from '~/server/safe-redirect'
import { setCookies } from '~/server/set-cookies'

export const handle = { i18n: ['common', 'staff'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: 'robots', content: 'noindex' },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  const to = safeRedirect(new URL(args.request.url).searchParams.get('to'), paths.studio())
  if (ctx.actor.kind === 'staff') throw redirect(to)
  return { to, title: fixedT(ctx.locale, 'staff')('signIn.title') }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const submission = parseWithZod(await args.request.formData(), { schema: signInSchema })
  if (submission.status !== 'success') {
    return data({ result: submission.reply({ hideFields: ['password'] }) }, { status: 422 })
  }
  try {
    const { cookies } = await signIn({ ctx, input: submission.value, headers: args.request.headers })
    return redirect(safeRedirect(submission.value.to, paths.studio()), { headers: setCookies(cookies) })
  } catch (error) {
    if (!isDomainError(error)) throw error
    const limited = error.code === 'rate-limited'
    const result = submission.reply({ formErrors: [limited ? 'tooMany' : 'wrong'], hideFields: ['password'] })
    return data({ result }, { status: limited ? 429 : 401 })
  }
}

export default function SignIn() {
  const { t } = useTranslation('staff')
  const { to } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <div className="mx-auto grid max-w-sm gap-8">
      <header className="grid gap-2">
        <h1 className="text-3xl font-semibold tracking-tight">{t('signIn.title')}</h1>
        <p className="text-muted">{t('signIn.lead')}</p>
      </header>
      <SignInForm to={to} lastResult={answered?.result} />
    </div>
  )
}

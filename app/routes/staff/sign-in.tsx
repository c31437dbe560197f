import type { MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ErrorCode } from '~/domain/errors'
import { SignInForm } from '~/features/staff/components/sign-in-form'
import { startPage } from '~/platform/sign-in/start-page'
import { signInSchema } from '~/features/staff/schemas'
import { signIn } from '~/features/staff/sign-in.server'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { statusOf } from '~/platform/http/http-errors'
import { fixedT } from '~/platform/language/i18n'
import { safeRedirect } from '~/platform/http/safe-redirect'
import { setCookies } from '~/platform/http/set-cookies'

export const handle = { i18n: ['common', 'staff'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: 'robots', content: 'noindex' },
]

export const loader = defineLoader('anyone', async ({ ctx, url }) => {
  const to = safeRedirect(url.searchParams.get('to'), '')
  if (ctx.actor.kind === 'staff') throw redirect(to || startPage(ctx.actor.roles))
  return { to, title: fixedT(ctx.locale, 'staff')('signIn.title') }
})

/** The form's message for a refusal; errors of fields are shown at the field. */
const FORM_ERRORS: Partial<Record<ErrorCode, string[]>> = {
  'invalid-input': [],
  'rate-limited': ['tooMany'],
  unauthenticated: ['wrong'],
}

export const action = defineAction(
  {
    permission: 'anyone',
    fields: signInSchema,
    refused: ({ error, reply }) => {
      const formErrors = FORM_ERRORS[error.code]
      if (!formErrors) return null
      const result = reply({ formErrors, hideFields: ['password'] })
      return data({ result }, { status: statusOf(error.code) })
    },
  },
  async ({ ctx, fields, headers }) => {
    const { cookies, roles } = await signIn({ ctx, input: { ...fields, headers } })
    return redirect(safeRedirect(fields.to, startPage(roles)), { headers: setCookies(cookies) })
  },
)

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

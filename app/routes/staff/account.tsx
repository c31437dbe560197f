import type { MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { changePassword } from '~/features/staff/change-password.server'
import { ChangePasswordForm } from '~/features/staff/components/change-password-form'
import { changePasswordSchema } from '~/features/staff/schemas'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { statusOf } from '~/platform/http/http-errors'
import { fixedT } from '~/platform/language/i18n'
import { setCookies } from '~/platform/http/set-cookies'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const handle = { i18n: ['common', 'staff'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }]

export const loader = defineLoader('anyone', async ({ ctx, url }) => {
  if (ctx.actor.kind !== 'staff') throw redirect(paths.signIn({ to: paths.account() }))
  const { name, email, roles } = ctx.actor
  const changed = url.searchParams.has('changed')
  return { name, email, roles, changed, title: fixedT(ctx.locale, 'staff')('account.title') }
})

const SECRETS = { hideFields: ['currentPassword', 'newPassword', 'again'] }

export const action = defineAction(
  {
    permission: 'signed-in',
    fields: changePasswordSchema,
    refused: ({ error, reply }) => {
      const status = statusOf(error.code)
      switch (error.code) {
        case 'invalid-input':
          return data({ result: reply(SECRETS) }, { status })
        case 'rate-limited':
          return data({ result: reply({ ...SECRETS, formErrors: ['tooMany'] }) }, { status })
        case 'forbidden':
          return data(
            { result: reply({ ...SECRETS, fieldErrors: { currentPassword: ['wrongCurrent'] } }) },
            { status },
          )
        default:
          return null
      }
    },
  },
  async ({ ctx, fields, headers }) => {
    const { cookies } = await changePassword({ ctx, input: { ...fields, headers } })
    return redirect(`${paths.account()}?changed`, { headers: setCookies(cookies) })
  },
)

export default function Account() {
  const { t } = useTranslation('staff')
  const { name, email, roles, changed } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <div className="grid gap-8">
      <PageHeader title={name} lead={email} />
      <p className="text-sm text-muted">{roles.map((role) => t(`role.${role}`)).join(' · ')}</p>
      <section aria-labelledby="password-title" className="grid gap-5">
        <div className="grid gap-1">
          <h2 id="password-title" className="text-lg font-semibold">
            {t('account.changePassword')}
          </h2>
          <p className="text-sm text-muted">{t('account.consequence')}</p>
        </div>
        {changed ? (
          <Notice tone="good" live>
            {t('account.changed')}
          </Notice>
        ) : null}
        <ChangePasswordForm key={changed ? 'done' : 'open'} lastResult={answered?.result} />
      </section>
    </div>
  )
}

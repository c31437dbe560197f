import { parseWithZod } from '@conform-to/zod/v4'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isDomainError } from '~/domain/errors'
import { changePassword } from '~/features/staff/change-password.server'
import { ChangePasswordForm } from '~/features/staff/components/change-password-form'
import { changePasswordSchema } from '~/features/staff/schemas'
import { paths } from '~/paths'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'
import { setCookies } from '~/server/set-cookies'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'

export const handle = { i18n: ['common', 'staff'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  if (ctx.actor.kind !== 'staff') throw redirect(paths.signIn({ to: paths.account() }))
  const { name, email, roles } = ctx.actor
  const changed = new URL(args.request.url).searchParams.has('changed')
  return { name, email, roles, changed, title: fixedT(ctx.locale, 'staff')('account.title') }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const submission = parseWithZod(await args.request.formData(), { schema: changePasswordSchema })
  const hideFields = ['currentPassword', 'newPassword', 'again']
  if (submission.status !== 'success')
    return data({ result: submission.reply({ hideFields }) }, { status: 422 })
  try {
    const { cookies } = await changePassword({ ctx, input: submission.value, headers: args.request.headers })
    return redirect(`${paths.account()}?changed`, { headers: setCookies(cookies) })
  } catch (error) {
    if (!isDomainError(error)) throw error
    if (error.code === 'unauthenticated') throw redirect(paths.signIn({ to: paths.account() }))
    const limited = error.code === 'rate-limited'
    const result = limited
      ? submission.reply({ formErrors: ['tooMany'], hideFields })
      : submission.reply({ fieldErrors: { currentPassword: ['wrongCurrent'] }, hideFields })
    return data({ result }, { status: limited ? 429 : 403 })
  }
}

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

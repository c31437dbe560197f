import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountsPage } from '~/features/accounts/components/accounts-page'
import { createAccount } from '~/features/accounts/create-account.server'
import { listAccounts } from '~/features/accounts/list-accounts.server'
import { answered } from '~/features/accounts/run-account-command.server'
import { paths } from '~/paths'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'

export const handle = { i18n: ['accounts'] }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Studio'} · Foyer` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    return { ...(await listAccounts({ ctx })), title: fixedT(ctx.locale, 'accounts')('title') }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const form = await args.request.formData()
  const input = { name: String(form.get('name') ?? ''), domain: String(form.get('domain') ?? '') }
  try {
    const made = await answered(() => createAccount({ ctx, input }))
    return 'problem' in made ? made : redirect(paths.companyAccount(made.id))
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export default function Accounts() {
  const { accounts, loose } = useLoaderData<typeof loader>()
  return <AccountsPage accounts={accounts} loose={loose} answer={useActionData<typeof action>()} />
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPage } from '~/features/accounts/components/account-page'
import { readAccount } from '~/features/accounts/read-account.server'
import { removeAccount } from '~/features/accounts/remove-account.server'
import { answered, runAccountCommand } from '~/features/accounts/run-account-command.server'
import { splitAccount } from '~/features/accounts/split-account.server'
import { paths } from '~/paths'
import { respond } from '~/server/http-errors'
import { requestContext } from '~/server/request-context'
import { workspaceSettings } from '~/server/workspace-settings'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['accounts'] }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.account.name ?? 'Studio'} · Foyer` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    const account = await readAccount({ ctx, input: { account: args.params.accountId ?? '' } })
    const { timeZone } = await workspaceSettings(ctx)
    return { account, timeZone, origin: ctx.env.origin ?? new URL(args.request.url).origin }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const form = await args.request.formData()
  const account = args.params.accountId ?? ''
  try {
    switch (form.get('intent')) {
      case 'remove': {
        const removed = await answered(() => removeAccount({ ctx, input: { account } }))
        return removed ?? redirect(paths.accounts())
      }
      case 'split': {
        const visitors = form.getAll('visitor').map(String)
        const input = { account, visitors, name: String(form.get('name') ?? '') }
        const made = await answered(() => splitAccount({ ctx, input }))
        return 'problem' in made ? made : redirect(paths.companyAccount(made.id))
      }
      default:
        return (await runAccountCommand(ctx, account, form)) ?? undefined
    }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export default function Account() {
  const { account, timeZone, origin } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const invitation = answer && 'invitation' in answer ? origin + answer.invitation : null
  return (
    <TimeZoneProvider value={timeZone}>
      <AccountPage account={account} answer={answer} invitation={invitation} />
    </TimeZoneProvider>
  )
}

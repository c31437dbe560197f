import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { accountFields } from '~/features/accounts/account-fields'
import { AccountPage } from '~/features/accounts/components/account-page'
import { readAccount } from '~/features/accounts/read-account.server'
import { removeAccount } from '~/features/accounts/remove-account.server'
import { answered, runAccountCommand } from '~/features/accounts/run-account-command.server'
import { splitAccount } from '~/features/accounts/merging/split-account.server'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { TimeZoneProvider } from '~/ui/when'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['accounts'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.account.name ?? 'Studio'),
]

export const loader = defineLoader('accounts.manage', async ({ ctx, params, url }) => {
  const account = await readAccount({ ctx, input: { account: params.accountId ?? '' } })
  const { timeZone } = await workspaceSettings(ctx)
  return { account, timeZone, origin: ctx.env.origin ?? url.origin }
})

export const action = defineAction(
  { permission: 'accounts.manage', fields: accountFields },
  async ({ ctx, params, fields }) => {
    const account = params.accountId ?? ''
    switch (fields.intent) {
      case 'remove': {
        const removed = await answered(() => removeAccount({ ctx, input: { account } }))
        return removed ?? redirect(paths.accounts())
      }
      case 'split': {
        const { visitor: visitors, name } = fields
        const made = await answered(() => splitAccount({ ctx, input: { account, visitors, name } }))
        return 'problem' in made ? made : redirect(paths.companyAccount(made.id))
      }
      default:
        return runAccountCommand(ctx, account, fields)
    }
  },
)

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

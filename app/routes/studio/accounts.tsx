import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountsPage } from '~/features/accounts/components/accounts-page'
import { createAccount } from '~/features/accounts/create-account.server'
import { listAccounts } from '~/features/accounts/list-accounts.server'
import { answered } from '~/features/accounts/run-account-command.server'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['accounts'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Studio'),
]

export const loader = defineLoader('accounts.manage', async ({ ctx }) => {
  return { ...(await listAccounts({ ctx })), title: fixedT(ctx.locale, 'accounts')('title') }
})

const fields = z.object({
  intent: z.literal('create').optional(),
  name: z.string().default(''),
  domain: z.string().default(''),
})

export const action = defineAction(
  { permission: 'accounts.manage', fields },
  async ({ ctx, fields: input }) => {
    const made = await answered(() => createAccount({ ctx, input }))
    return 'problem' in made ? made : redirect(paths.companyAccount(made.id))
  },
)

export default function Accounts() {
  const { accounts, loose } = useLoaderData<typeof loader>()
  return <AccountsPage accounts={accounts} loose={loose} answer={useActionData<typeof action>()} />
}

import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountBoardPage } from '~/features/boards/accounts/components/account-board-page'
import { readAccountBoard } from '~/features/boards/accounts/read-account-board.server'
import { QuietProvider } from '~/features/boards/accounts/quiet-accounts'
import { listQuietNotes } from '~/features/alerts/list-quiet-notes.server'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { defineLoader } from '~/platform/http/define-loader'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'accounts-board'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.board.account.name ?? 'Accounts'),
]

export const loader = defineLoader('trials.read', async ({ ctx, params, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const input = { ...queryOf(url.href), accountId: params.accountId }
  return { board: await readAccountBoard({ ctx, input }), quiet: await listQuietNotes({ ctx }) }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function AccountRoute() {
  const { board, quiet } = useLoaderData<typeof loader>()
  return (
    <QuietProvider value={quiet}>
      <AccountBoardPage board={board} />
    </QuietProvider>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountsBoardPage } from '~/features/boards/accounts/components/accounts-board-page'
import { readAccounts } from '~/features/boards/accounts/read-accounts.server'
import { QuietProvider } from '~/features/boards/accounts/quiet-accounts'
import { listQuietNotes } from '~/features/alerts/list-quiet-notes.server'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { paths } from '~/paths'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'accounts-board'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Accounts'),
]

export const loader = defineLoader('boards.read', async ({ ctx, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const { show, ...query } = queryOf(url.href)
  if (show !== undefined) {
    const columns = [...new Set(url.searchParams.getAll('show'))].join(',')
    return redirect(paths.accountsBoard({ ...query, columns }))
  }
  const board = await readAccounts({ ctx, input: query })
  return {
    board,
    quiet: await listQuietNotes({ ctx }),
    title: fixedT(ctx.locale, 'accounts-board')('heading'),
  }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function AccountsRoute() {
  const { board, quiet } = useLoaderData<typeof loader>()
  return (
    <QuietProvider value={quiet}>
      <AccountsBoardPage board={board} />
    </QuietProvider>
  )
}

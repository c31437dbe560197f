import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConversionBoardPage } from '~/features/boards/conversion/components/conversion-page'
import { readConversion } from '~/features/boards/conversion/read-conversion.server'
import { queryOf, withoutBlanks } from '~/features/boards/filter/board-query'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'stages'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Conversion'),
]

export const loader = defineLoader('boards.read', async ({ ctx, url }) => {
  const clean = withoutBlanks(url.href)
  if (clean) return redirect(clean)
  const board = await readConversion({ ctx, input: queryOf(url.href) })
  return { board, title: fixedT(ctx.locale, 'stages')('conversion.title') }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function ConversionRoute() {
  const { board } = useLoaderData<typeof loader>()
  return <ConversionBoardPage board={board} />
}

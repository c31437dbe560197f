import type { MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { compareTrials } from '~/features/boards/compare/compare-trials.server'
import { ComparisonPage } from '~/features/boards/compare/components/comparison-page'
import { queryOf } from '~/features/boards/filter/board-query'
import { ScreenFrame } from '~/features/player/stage/components/screen-frame'
import { paths } from '~/paths'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'player'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Trials'),
]

export const loader = defineLoader('trials.read', async ({ ctx, url }) => {
  // Two that were chosen in a list have the same name.
  const [a, b] = url.searchParams.getAll('trial')
  if (a !== undefined) return redirect(paths.compareTrials({ a, b }))
  const comparison = await compareTrials({ ctx, input: queryOf(url.href) })
  return { comparison, title: fixedT(ctx.locale, 'boards')('compare.title') }
})

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function CompareTrialsRoute() {
  const { comparison } = useLoaderData<typeof loader>()
  const { a, b } = comparison.sides
  return (
    <ComparisonPage
      comparison={comparison}
      screens={{
        a: <ScreenFrame view={a.screen} interactive={false} />,
        b: <ScreenFrame view={b.screen} interactive={false} />,
      }}
    />
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SplitsPage } from '~/features/boards/splits/components/splits-page'
import { listSplits } from '~/features/boards/splits/list-splits.server'
import { isPermitted } from '~/platform/context/is-permitted'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['splits', 'boards'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Traffic splits'),
]

export const loader = defineLoader('boards.read', async ({ ctx }) => ({
  ...(await listSplits({ ctx })),
  mayStart: isPermitted(ctx, 'splits.manage'),
  title: fixedT(ctx.locale, 'splits')('title'),
}))

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function Splits() {
  const { splits, timeZone, mayStart } = useLoaderData<typeof loader>()
  return (
    <TimeZoneProvider value={timeZone}>
      <SplitsPage splits={splits} timeZone={timeZone} mayStart={mayStart} />
    </TimeZoneProvider>
  )
}

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AsksPage } from '~/features/asks/components/asks-page'
import { listAsks } from '~/features/asks/list-asks.server'
import { ASK_FILTERS } from '~/domain/ask-filter'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { readPlace } from '~/platform/http/read-place'
import { ignoredParametersOf } from '~/platform/http/read-query'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { LeftOutNotice } from '~/ui/ignored-parameters-notice'
import { TimeZoneProvider } from '~/ui/when'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['team'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title ?? 'Team'),
]

export const loader = defineLoader('asks.read', async ({ ctx, url }) => {
  const { place, leftOut } = readPlace(url)
  const asked = url.searchParams.get('filter')
  const filter = ASK_FILTERS.find((one) => one === asked) ?? 'new'
  if (asked !== null && asked !== filter) leftOut.push(ignoredParametersOf('filter', asked))
  const page = await listAsks({ ctx, input: { filter, ...(place && { before: place }) } })
  const { timeZone } = await workspaceSettings(ctx)
  return { ...page, isFirst: !place, leftOut, timeZone, title: fixedT(ctx.locale, 'team')('asks.title') }
})

export default function Asks() {
  const page = useLoaderData<typeof loader>()
  return (
    <TimeZoneProvider value={page.timeZone}>
      <div className="grid gap-6">
        <LeftOutNotice leftOut={page.leftOut} />
        <AsksPage {...page} />
      </div>
    </TimeZoneProvider>
  )
}

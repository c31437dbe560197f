import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OutboxPage } from '~/features/outbox/components/outbox-page'
import { listMails } from '~/features/outbox/list-mails.server'
import { MAIL_STATES } from '~/features/outbox/mail-states'
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
  siteTitle(matches, loaded?.title ?? 'Studio'),
]

export const loader = defineLoader('outbox.read', async ({ ctx, url }) => {
  const { place, leftOut } = readPlace(url)
  const asked = url.searchParams.get('state')
  const state = MAIL_STATES.find((one) => one === asked)
  if (asked !== null && !state) leftOut.push(ignoredParametersOf('state', asked))
  const page = await listMails({
    ctx,
    input: { ...(state && { state }), ...(place && { before: place }) },
  })
  const { timeZone } = await workspaceSettings(ctx)
  const title = fixedT(ctx.locale, 'team')('outbox.title')
  return { ...page, state: state ?? null, isFirst: !place, leftOut, timeZone, title }
})

export default function Outbox() {
  const page = useLoaderData<typeof loader>()
  return (
    <TimeZoneProvider value={page.timeZone}>
      <div className="grid gap-6">
        <LeftOutNotice leftOut={page.leftOut} />
        <OutboxPage {...page} />
      </div>
    </TimeZoneProvider>
  )
}

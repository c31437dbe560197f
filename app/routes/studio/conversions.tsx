import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { ErrorCode } from '~/domain/errors'
import { ConversionsPage } from '~/features/conversions/list/components/conversions-page'
import { conversionViews } from '~/features/conversions/list/conversion-view'
import { demoTitles } from '~/features/conversions/list/demo-titles.server'
import { listConversions } from '~/features/conversions/list/list-conversions.server'
import { matchConversion } from '~/features/conversions/reports/match-conversion.server'
import { CONVERSION_FILTERS } from '~/features/conversions/schemas'
import { withdrawConversion } from '~/features/conversions/reports/withdraw-conversion.server'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { isPermitted } from '~/platform/context/is-permitted'
import { statusOf } from '~/platform/http/http-errors'
import { fixedT } from '~/platform/language/i18n'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { readPlace } from '~/platform/http/read-place'
import { ignoredParametersOf } from '~/platform/http/read-query'
import { LeftOutNotice } from '~/ui/ignored-parameters-notice'
import { TimeZoneProvider } from '~/ui/when'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['conversions'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title ?? 'Studio'),
]

export const loader = defineLoader('conversions.read', async ({ ctx, url }) => {
  const { place, leftOut } = readPlace(url)
  const asked = url.searchParams.get('filter')
  const filter = CONVERSION_FILTERS.find((one) => one === asked) ?? 'all'
  if (asked !== null && asked !== filter) leftOut.push(ignoredParametersOf('filter', asked))
  const before = place ? { before: place } : {}
  const page = await listConversions({ ctx, input: { filter, ...before } })
  const { conversionWindowDays: windowDays, timeZone } = await workspaceSettings(ctx)
  const titles = await demoTitles(ctx, page.conversions)
  return {
    ...page,
    conversions: conversionViews(page.conversions, { windowDays, titles }),
    isFirst: !place,
    leftOut,
    mayManage: isPermitted(ctx, 'conversions.manage'),
    ...{ windowDays, timeZone },
    title: fixedT(ctx.locale, 'conversions')('conversions.title'),
  }
})

const fields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('match'), id: z.string(), trial: z.string().default('') }),
  z.object({ intent: z.literal('withdraw'), id: z.string(), reason: z.string().default('') }),
])

/** Refusals that the dialog explains. */
const SHOWN: ErrorCode[] = ['not-found', 'conflict', 'invalid-input']

export const action = defineAction(
  {
    permission: 'conversions.manage',
    fields,
    refused: ({ error: { code } }) =>
      SHOWN.includes(code) ? data({ failed: code }, { status: statusOf(code) }) : null,
  },
  async ({ ctx, fields: asked }) => {
    if (asked.intent === 'match') {
      await matchConversion({ ctx, input: { id: asked.id, trial: asked.trial } })
    } else {
      await withdrawConversion({ ctx, input: { id: asked.id, reason: asked.reason } })
    }
    return { done: asked.intent }
  },
)

export default function Conversions() {
  const page = useLoaderData<typeof loader>()
  return (
    <TimeZoneProvider value={page.timeZone}>
      <div className="grid gap-6">
        <LeftOutNotice leftOut={page.leftOut} />
        <ConversionsPage {...page} />
      </div>
    </TimeZoneProvider>
  )
}

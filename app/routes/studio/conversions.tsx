import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ConversionsPage } from '~/features/conversions/components/conversions-page'
import { conversionViews } from '~/features/conversions/conversion-view'
import { demoTitles } from '~/features/conversions/demo-titles.server'
import { listConversions } from '~/features/conversions/list-conversions.server'
import { matchConversion } from '~/features/conversions/match-conversion.server'
import { trialIdIn } from '~/features/conversions/trial-id-in'
import { CONVERSION_FILTERS } from '~/features/conversions/schemas'
import { withdrawConversion } from '~/features/conversions/withdraw-conversion.server'
import { isDomainError } from '~/domain/errors'
import { mayDo } from '~/server/may-do'
import { respond, statusOf } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'
import { workspaceSettings } from '~/server/workspace-settings'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['conversions'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.title ?? 'Studio'} · Foyer` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  const query = new URL(args.request.url).searchParams
  const [at, id] = [query.get('at'), query.get('id')]
  try {
    const filter = CONVERSION_FILTERS.find((one) => one === query.get('filter')) ?? 'all'
    const before = at && id ? { before: { at, id } } : {}
    const page = await listConversions({ ctx, input: { filter, ...before } })
    const { conversionWindowDays: windowDays, timeZone } = await workspaceSettings(ctx)
    const titles = await demoTitles(ctx, page.conversions)
    return {
      ...page,
      conversions: conversionViews(page.conversions, { windowDays, titles }),
      isFirst: !at,
      mayManage: mayDo(ctx, 'conversions.manage'),
      ...{ windowDays, timeZone },
      title: fixedT(ctx.locale, 'conversions')('conversions.title'),
    }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requestContext(args)
  const form = await args.request.formData()
  const [id, intent] = [String(form.get('id')), form.get('intent')]
  try {
    if (intent === 'match') {
      await matchConversion({ ctx, input: { id, trial: trialIdIn(String(form.get('trial'))) } })
      return { done: 'match' as const }
    }
    await withdrawConversion({ ctx, input: { id, reason: String(form.get('reason') ?? '') } })
    return { done: 'withdraw' as const }
  } catch (error) {
    if (!isDomainError(error) || !['not-found', 'conflict', 'invalid-input'].includes(error.code))
      throw respond(error, ctx.requestId)
    return data({ failed: error.code }, { status: statusOf(error.code) })
  }
}

export default function Conversions() {
  const page = useLoaderData<typeof loader>()
  return (
    <TimeZoneProvider value={page.timeZone}>
      <ConversionsPage {...page} />
    </TimeZoneProvider>
  )
}

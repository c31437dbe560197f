import type { MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { changeCost } from '~/features/boards/costs/change-cost.server'
import { CostsPage, type CostsAnswer } from '~/features/boards/costs/components/costs-page'
import { costFields, seenCostSchema } from '~/features/boards/costs/cost-schemas'
import { createCost } from '~/features/boards/costs/create-cost.server'
import { listCosts } from '~/features/boards/costs/list-costs.server'
import { removeCost } from '~/features/boards/costs/remove-cost.server'
import { restoreCost } from '~/features/boards/costs/restore-cost.server'
import { queryOf } from '~/features/boards/filter/board-query'
import { paths } from '~/paths'
import { isPermitted } from '~/platform/context/is-permitted'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { statusOf } from '~/platform/http/http-errors'
import { issuesOf } from '~/platform/http/parse-input'
import { fixedT } from '~/platform/language/i18n'
import { LeftOutNotice } from '~/ui/ignored-parameters-notice'
import { siteTitle } from '~/ui/site-title'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['boards', 'costs'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title ?? 'Costs'),
]

export const loader = defineLoader('boards.read', async ({ ctx, url }) => {
  const list = await listCosts({ ctx, input: queryOf(url.href) })
  const mayManage = isPermitted(ctx, 'costs.manage')
  return { list, mayManage, title: fixedT(ctx.locale, 'costs')('title') }
})

const fields = z.discriminatedUnion('intent', [
  costFields.extend({ intent: z.literal('create') }),
  costFields.extend({ intent: z.literal('change'), ...seenCostSchema.shape }),
  seenCostSchema.extend({ intent: z.literal('remove') }),
  seenCostSchema.extend({ intent: z.literal('restore') }),
])

export const action = defineAction(
  {
    permission: 'costs.manage',
    fields,
    refused: ({ error, reply }) => {
      const status = statusOf(error.code)
      if (error.code === 'conflict' || error.code === 'not-found') {
        return data<CostsAnswer>({ stale: true, result: reply() }, { status })
      }
      if (error.code !== 'invalid-input') return null
      const exists = issuesOf(error).some(({ message }) => message === 'exists')
      const result = reply()
      return data<CostsAnswer>('value' in (result.initialValue ?? {}) || !exists ? { result } : { exists }, {
        status,
      })
    },
  },
  async ({ ctx, fields: sent }) => {
    switch (sent.intent) {
      case 'create':
        return redirect(paths.costs({ saved: (await createCost({ ctx, input: sent })).id }))
      case 'change':
        await changeCost({ ctx, input: sent })
        return redirect(paths.costs({ saved: sent.id }))
      case 'remove':
        await removeCost({ ctx, input: sent })
        return redirect(paths.costs({ removed: sent.id }))
      case 'restore':
        await restoreCost({ ctx, input: sent })
        return redirect(paths.costs({ saved: sent.id }))
    }
  },
)

export default function Costs() {
  const { list, mayManage } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <TimeZoneProvider value={list.timeZone}>
      <div className="grid gap-6">
        <LeftOutNotice leftOut={list.leftOut} />
        <CostsPage list={list} mayManage={mayManage} answer={answer} />
      </div>
    </TimeZoneProvider>
  )
}

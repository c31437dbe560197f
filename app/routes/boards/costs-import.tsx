import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { checkCostFile } from '~/features/boards/costs/check-cost-file.server'
import { CostImportPage } from '~/features/boards/costs/components/cost-import-page'
import type { CostFileAnswer } from '~/features/boards/costs/cost-views'
import { importCostFile } from '~/features/boards/costs/import-cost-file.server'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { checkedFileFields, sentFile } from '~/platform/http/forms/checked-file'
import { statusOf } from '~/platform/http/http-errors'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'costs', 'conversions'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title ?? 'Costs'),
]

export const loader = defineLoader('costs.manage', async ({ ctx }) => {
  const { currency } = await workspaceSettings(ctx)
  return { currency, title: fixedT(ctx.locale, 'costs')('import.title') }
})

export const action = defineAction(
  {
    permission: 'costs.manage',
    fields: checkedFileFields,
    tooLarge: () => data<CostFileAnswer>({ unreadable: 'too-large' }, { status: 413 }),
    refused: ({ error: { code } }) =>
      code === 'conflict' ? data<CostFileAnswer>({ changed: true }, { status: statusOf(code) }) : null,
  },
  async ({ ctx, fields: sent }) => {
    const input = sentFile(sent)
    if (!input) return data<CostFileAnswer>({ unchosen: true }, { status: 422 })
    if (sent.intent === 'import') {
      return data<CostFileAnswer>({
        imported: await importCostFile({ ctx, input: { ...input, hash: sent.hash } }),
      })
    }
    const checked = await checkCostFile({ ctx, input })
    if (!('lines' in checked)) return data<CostFileAnswer>(checked, { status: 422 })
    const content = Buffer.from(input.bytes).toString('base64')
    return data<CostFileAnswer>({ checked: { ...checked, content } })
  },
)

export default function CostsImport() {
  const { currency } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as CostFileAnswer | undefined
  return <CostImportPage currency={currency} answer={answer} />
}

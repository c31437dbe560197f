import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DECIMAL_SIGNS } from '~/domain/csv/read-amount'
import { DAY_ORDERS } from '~/domain/csv/read-date'
import { checkCostFile } from '~/features/boards/costs/check-cost-file.server'
import { CostImportPage } from '~/features/boards/costs/components/cost-import-page'
import type { CostFileAnswer } from '~/features/boards/costs/cost-views'
import { importCostFile } from '~/features/boards/costs/import-cost-file.server'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fileField } from '~/platform/http/forms/sent-field'
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

/** A new file, or the checked file sent again, so that nothing is stored in between. */
const fields = z.object({
  intent: z.enum(['check', 'import']).default('check'),
  file: fileField.optional(),
  name: z.string().default(''),
  hash: z.string().default(''),
  content: z.base64().optional(),
  dayOrder: z.enum(DAY_ORDERS).optional(),
  decimalSign: z.enum(DECIMAL_SIGNS).optional(),
})

export const action = defineAction(
  {
    permission: 'costs.manage',
    fields,
    tooLarge: () => data<CostFileAnswer>({ unreadable: 'too-large' }, { status: 413 }),
    refused: ({ error: { code } }) =>
      code === 'conflict' ? data<CostFileAnswer>({ changed: true }, { status: statusOf(code) }) : null,
  },
  async ({ ctx, fields: { intent, file, name, hash, content, dayOrder, decimalSign } }) => {
    const bytes = file ? file.bytes : content && Buffer.from(content, 'base64')
    if (!bytes) return data<CostFileAnswer>({ unchosen: true }, { status: 422 })
    const input = { name: file?.name ?? name, bytes, notation: { dayOrder, decimalSign } }
    if (intent === 'import') {
      return data<CostFileAnswer>({ imported: await importCostFile({ ctx, input: { ...input, hash } }) })
    }
    const checked = await checkCostFile({ ctx, input })
    if (!('lines' in checked)) return data<CostFileAnswer>(checked, { status: 422 })
    return data<CostFileAnswer>({ checked: { ...checked, content: Buffer.from(bytes).toString('base64') } })
  },
)

export default function CostsImport() {
  const { currency } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as CostFileAnswer | undefined
  return <CostImportPage currency={currency} answer={answer} />
}

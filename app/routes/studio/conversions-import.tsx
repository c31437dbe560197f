import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ImportPage } from '~/features/conversions/import/components/import-page'
import type { ImportAnswer } from '~/features/conversions/import/import-answer'
import { CSV_FIELDS } from '~/features/conversions/import/csv/columns'
import { checkFile } from '~/features/conversions/import/check-file.server'
import { importFile } from '~/features/conversions/import/import-file.server'
import { shownRows } from '~/features/conversions/import/shown-rows'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { checkedFileFields, sentFile } from '~/platform/http/forms/checked-file'
import { statusOf } from '~/platform/http/http-errors'
import { fixedT } from '~/platform/language/i18n'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['conversions'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title ?? 'Studio'),
]

export const loader = defineLoader('conversions.manage', async ({ ctx }) => {
  const { timeZone, currency } = await workspaceSettings(ctx)
  return { timeZone, currency, title: fixedT(ctx.locale, 'conversions')('import.title') }
})

const column = z.coerce.number().int().optional()

/** The file, with the meaning of its columns. */
const fields = z.object({
  ...checkedFileFields.shape,
  ...Object.fromEntries(CSV_FIELDS.map((field) => [`column-${field}`, column])),
})

export const action = defineAction(
  {
    permission: 'conversions.manage',
    fields,
    tooLarge: () => data<ImportAnswer>({ unreadable: 'too-large' }, { status: 413 }),
    refused: ({ error: { code } }) =>
      code === 'conflict' ? data<ImportAnswer>({ changed: true }, { status: statusOf(code) }) : null,
  },
  async ({ ctx, fields: sent }) => {
    const input = fileOf(sent)
    if (!input) return data<ImportAnswer>({ unreadable: 'missing' }, { status: 422 })
    if (sent.intent === 'import') {
      const verdict = await importFile({ ctx, input: { ...input, hash: sent.hash } })
      return data<ImportAnswer>({ imported: { ...verdict, ...shownRows(verdict.rows) } })
    }
    const verdict = await checkFile({ ctx, input })
    if ('unreadable' in verdict) return data<ImportAnswer>(verdict, { status: 422 })
    const content = Buffer.from(input.bytes).toString('base64')
    return data<ImportAnswer>({ checked: { ...verdict, ...shownRows(verdict.rows), content } })
  },
)

function fileOf(sent: z.output<typeof fields>) {
  const file = sentFile(sent)
  return file && { ...file, columns: columnsOf(sent) }
}

function columnsOf(sent: Record<string, unknown>) {
  const chosen = CSV_FIELDS.flatMap((field) => {
    const at = sent[`column-${field}`]
    return typeof at === 'number' ? [[field, at] as const] : []
  })
  return Object.fromEntries(chosen)
}

export default function ConversionsImport() {
  const { timeZone, currency } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as ImportAnswer | undefined
  return <ImportPage timeZone={timeZone} currency={currency} answer={answer} />
}

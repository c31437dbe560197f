import type { MetaFunction } from '@remix-run/node'
import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { NewSplitPage } from '~/features/boards/splits/components/new-split-page'
import type { StartSplitAnswer } from '~/features/boards/splits/components/new-split-page'
import { openSplitForm } from '~/features/boards/splits/open-split-form.server'
import { startSplit } from '~/features/boards/splits/start-split.server'
import { paths } from '~/paths'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { statusOf } from '~/platform/http/http-errors'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'
import { TimeZoneProvider } from '~/ui/when'

export const handle = { i18n: ['splits', 'boards'] }

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) => [
  siteTitle(matches, loaded?.title ?? 'Traffic splits'),
]

export const loader = defineLoader('splits.manage', async ({ ctx, url }) => ({
  form: await openSplitForm({ ctx, input: { document: url.searchParams.get('document') ?? undefined } }),
  title: fixedT(ctx.locale, 'splits')('form.title'),
}))

const text = z.string().default('')
const fields = z.object({
  ...{ document: text, control: text, variant: text, name: text, share: text },
  ...{ measure: text, followUpDays: text, baseline: text, least: text },
})

export const action = defineAction(
  {
    permission: 'splits.manage',
    fields,
    refused: ({ error, reply }) => {
      const { code } = error
      if (code !== 'invalid-input' && code !== 'conflict' && code !== 'not-found') return null
      const refused = code === 'invalid-input' ? null : code
      return data<StartSplitAnswer>({ result: reply(), refused }, { status: statusOf(code) })
    },
  },
  async ({ ctx, fields: input }) => {
    const { id } = await startSplit({ ctx, input })
    return redirect(paths.split(id))
  },
)

export { BoardError as ErrorBoundary } from '~/features/boards/filter/components/board-error'

export default function NewSplit() {
  const { form } = useLoaderData<typeof loader>()
  return (
    <TimeZoneProvider value={form.timeZone}>
      <NewSplitPage form={form} answer={useActionData<typeof action>()} />
    </TimeZoneProvider>
  )
}

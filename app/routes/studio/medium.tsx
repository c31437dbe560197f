import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { MediumPage } from '~/features/studio/media/components/medium-page'
import type { MediumAnswer } from '~/features/studio/media/components/medium-page'
import { describeMedium } from '~/features/studio/media/describe-medium.server'
import { readMedium } from '~/features/studio/media/read-medium.server'
import { removeMedium } from '~/features/studio/media/remove-medium.server'
import { addedSchema } from '~/features/studio/media/schemas'
import { uploadErrors } from '~/features/studio/media/upload-answer'
import { paths } from '~/paths'
import { isPermitted } from '~/platform/context/is-permitted'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { readQuery } from '~/platform/http/read-query'
import { TimeZoneProvider } from '~/ui/when'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['studio', 'media'] }

export const loader = defineLoader('documents.read', async ({ ctx, params: { name = '' }, url }) => {
  const medium = await readMedium({ ctx, input: { name } })
  const { timeZone, locales } = await workspaceSettings(ctx)
  const { query: added } = readQuery(addedSchema, Object.fromEntries(url.searchParams))
  return { medium, added, timeZone, locales, canEdit: isPermitted(ctx, 'documents.edit') }
})

const words = z.string().default('')

const fields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('describe'), en: words, zh: words, es: words }),
  z.object({ intent: z.literal('remove') }),
])

export const action = defineAction(
  {
    permission: 'documents.edit',
    fields,
    refused: ({ error }) => {
      if (error.code === 'conflict') return data<MediumAnswer>({ used: true }, 409)
      const errors = error.code === 'invalid-input' ? uploadErrors(error.details) : null
      return errors && data<MediumAnswer>({ errors }, 422)
    },
  },
  async ({ ctx, params: { name = '' }, fields: { intent, ...alt } }) => {
    if (intent === 'remove') {
      await removeMedium({ ctx, input: { name } })
      return redirect(paths.media())
    }
    await describeMedium({ ctx, input: { name, alt } })
    return data<MediumAnswer>({ described: true })
  },
)

export const meta = ({
  data: page,
  matches,
}: {
  data?: { medium: { title: string } }
  matches: PageMatches
}) => [siteTitle(matches, page?.medium.title ?? 'Studio')]

export default function Medium() {
  const { timeZone, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() as MediumAnswer | undefined
  return (
    <TimeZoneProvider value={timeZone}>
      <MediumPage {...page} answer={answer ?? null} />
    </TimeZoneProvider>
  )
}

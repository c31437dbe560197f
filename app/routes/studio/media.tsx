import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MediaPage } from '~/features/studio/media/components/media-page'
import { listMedia } from '~/features/studio/media/list-media.server'
import { mediaFilterSchema, mediaPlaceSchema } from '~/features/studio/media/schemas'
import { takeUpload, uploadFields } from '~/features/studio/media/take-upload.server'
import { paths } from '~/paths'
import { isPermitted } from '~/platform/context/is-permitted'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { readQuery } from '~/platform/http/read-query'
import { fixedT } from '~/platform/language/i18n'
import { LeftOutNotice } from '~/ui/ignored-parameters-notice'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['studio', 'media'] }

export const loader = defineLoader('documents.read', async ({ ctx, url: { searchParams } }) => {
  const sent = Object.fromEntries(searchParams)
  const { query, leftOut } = readQuery(mediaFilterSchema, sent)
  const place = readQuery(mediaPlaceSchema, sent)
  const { at, name } = place.query
  const before = at && name ? { at, name } : undefined
  const { media, next } = await listMedia({ ctx, input: { ...query, before } })
  const { text, kind } = query
  const older =
    next && paths.media({ text: text || undefined, kind, at: next.at.toISOString(), name: next.name })
  return {
    ...{ media, text, kind: kind ?? null, older, isFirst: !before, leftOut: [...leftOut, ...place.leftOut] },
    locales: (await workspaceSettings(ctx)).locales,
    canEdit: isPermitted(ctx, 'documents.edit'),
    isAdding: searchParams.has('add'),
    title: fixedT(ctx.locale, 'media')('title'),
  }
})

const tooLarge = () => data({ errors: { problem: 'too-large' as const, locale: null } }, 413)

/** For browsers without JavaScript; others send to `media-upload`, which tells how far it is. */
export const action = defineAction(
  { permission: 'documents.edit', fields: uploadFields, tooLarge },
  async ({ ctx, fields }) => {
    const answer = await takeUpload(ctx, fields)
    return 'to' in answer ? redirect(answer.to) : data(answer, 422)
  },
)

export const meta = ({ data: page, matches }: { data?: { title: string }; matches: PageMatches }) => [
  siteTitle(matches, page?.title ?? 'Studio'),
]

export default function Media() {
  const { leftOut, ...page } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors ?? null
  return (
    <div className="grid gap-6">
      <LeftOutNotice leftOut={leftOut} />
      <MediaPage {...page} errors={errors} />
    </div>
  )
}

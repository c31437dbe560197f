import { useLoaderData } from '@remix-run/react'
import { BlockGalleryPage } from '~/features/player/gallery/components/block-gallery-page'
import { readBlock } from '~/features/player/gallery/read-block.server'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['gallery', 'player'] }

export const loader = defineLoader('documents.edit', async ({ ctx, params }) => {
  const page = await readBlock({ ctx, input: { kind: params.kind ?? '' } })
  const title = fixedT(ctx.locale, 'gallery')(`kind.${page.kind}.name`)
  return { page, locale: ctx.locale, title }
})

export const meta = ({ data, matches }: { data?: { title: string }; matches: PageMatches }) => [
  siteTitle(matches, data?.title ?? 'Studio'),
]

export default function BlockOfGallery() {
  const { page, locale } = useLoaderData<typeof loader>()
  return <BlockGalleryPage key={page.kind} page={page} locale={locale} />
}

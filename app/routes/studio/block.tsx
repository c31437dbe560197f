import { useLoaderData } from '@remix-run/react'
import { BlockGalleryPage } from '~/features/player/components/gallery/block-gallery-page'
import { readBlock } from '~/features/player/gallery/read-block.server'
import { defineLoader } from '~/server/define-loader'
import { fixedT } from '~/server/i18n'

export const handle = { i18n: ['gallery', 'player'] }

export const loader = defineLoader('documents.edit', async ({ ctx, params }) => {
  const page = readBlock({ ctx, input: { kind: params.kind ?? '' } })
  const title = fixedT(ctx.locale, 'gallery')(`kind.${page.kind}.name`)
  return { page, locale: ctx.locale, title }
})

export const meta = ({ data }: { data?: { title: string } }) => [
  { title: `${data?.title ?? 'Studio'} · Foyer` },
]

export default function BlockOfGallery() {
  const { page, locale } = useLoaderData<typeof loader>()
  return <BlockGalleryPage key={page.kind} page={page} locale={locale} />
}

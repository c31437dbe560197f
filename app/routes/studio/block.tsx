import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BlockGalleryPage } from '~/features/player/components/gallery/block-gallery-page'
import { readBlock } from '~/features/player/gallery/read-block.server'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'

export const handle = { i18n: ['gallery', 'player'] }

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    const page = readBlock({ ctx, input: { kind: args.params.kind ?? '' } })
    const title = fixedT(ctx.locale, 'gallery')(`kind.${page.kind}.name`)
    return { page, locale: ctx.locale, title }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export const meta = ({ data }: { data?: { title: string } }) => [
  { title: `${data?.title ?? 'Studio'} · Foyer` },
]

export default function BlockOfGallery() {
  const { page, locale } = useLoaderData<typeof loader>()
  return <BlockGalleryPage key={page.kind} page={page} locale={locale} />
}

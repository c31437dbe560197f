import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BlockCard } from '~/features/player/components/gallery/block-card'
import { listBlocks } from '~/features/player/gallery/list-blocks.server'
import { respond } from '~/server/http-errors'
import { fixedT } from '~/server/i18n'
import { requestContext } from '~/server/request-context'
import { PageHeader } from '~/ui/page-header'

export const handle = { i18n: ['gallery', 'player'] }

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requestContext(args)
  try {
    return { cards: listBlocks({ ctx }), title: fixedT(ctx.locale, 'gallery')('title') }
  } catch (error) {
    throw respond(error, ctx.requestId)
  }
}

export const meta = ({ data }: { data?: { title: string } }) => [
  { title: `${data?.title ?? 'Studio'} · Foyer` },
]

export default function Blocks() {
  const { cards } = useLoaderData<typeof loader>()
  const { t } = useTranslation('gallery')
  return (
    <div className="grid gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      <ul className="grid gap-x-6 gap-y-10 sm:grid-cols-2 xl:grid-cols-3">
        {cards.map((card) => (
          <BlockCard key={card.kind} card={card} />
        ))}
      </ul>
    </div>
  )
}

import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BlockCard } from '~/features/player/gallery/components/block-card'
import { listBlocks } from '~/features/player/gallery/list-blocks.server'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { PageHeader } from '~/ui/page-header'
import { siteTitle } from '~/ui/site-title'
import type { PageMatches } from '~/ui/site-title'

export const handle = { i18n: ['gallery', 'player'] }

export const loader = defineLoader('documents.edit', async ({ ctx }) => {
  return { cards: await listBlocks({ ctx }), title: fixedT(ctx.locale, 'gallery')('title') }
})

export const meta = ({ data, matches }: { data?: { title: string }; matches: PageMatches }) => [
  siteTitle(matches, data?.title ?? 'Studio'),
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

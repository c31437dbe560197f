import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SearchForm } from '~/features/help/search/components/search-form'
import { SearchResults } from '~/features/help/search/components/search-results'
import { searchHelp } from '~/features/help/search/search-help.server'
import { PostList } from '~/features/help/components/post-list'
import { listPosts } from '~/features/help/list-posts.server'
import { MessageList } from '~/features/messages/components/message-list'
import { readMessages } from '~/features/messages/read-messages.server'
import { paths } from '~/paths'
import { defineLoader } from '~/platform/http/define-loader'
import { isFetchedAhead } from '~/platform/http/is-fetched-ahead'
import { fixedT } from '~/platform/language/i18n'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PageTitle } from '~/ui/page-title'
import { pageMeta } from '~/ui/page-meta'

export const handle = { i18n: ['center'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.title, description: data?.description })

export const loader = defineLoader('anyone', async ({ ctx, url, headers }) => {
  const t = fixedT(ctx.locale, 'center')
  const typed = url.searchParams.get('q')?.trim() ?? ''
  const counts = !isFetchedAhead(headers)
  return {
    answer: typed ? await searchHelp({ ctx, input: { typed, counts } }) : null,
    posts: await listPosts({ ctx }),
    messages: await readMessages({ ctx, input: { places: ['help'] } }),
    title: typed ? t('help.search.title', { typed }) : t('help.title'),
    description: t('help.lead'),
  }
})

export default function Help() {
  const { posts, messages, answer } = useLoaderData<typeof loader>()
  const { t } = useTranslation('center')
  const ask = <LinkButton to={paths.talk()}>{t('help.ask')}</LinkButton>
  return (
    <div className="grid max-w-4xl gap-12">
      <MessageList messages={messages} />
      <div className="grid gap-8">
        <PageTitle title={t('help.title')} lead={t('help.lead')} />
        {posts.length > 0 ? <SearchForm typed={answer?.typed ?? ''} /> : null}
      </div>
      {answer ? (
        <SearchResults answer={answer} />
      ) : posts.length > 0 ? (
        <>
          <PostList posts={posts} />
          <p className="flex flex-wrap items-center gap-4 text-muted">
            <span>{`${t('help.unanswered')} `}</span>
            {ask}
          </p>
        </>
      ) : (
        <EmptyState title={t('help.emptyTitle')} action={ask}>
          <p>{t('help.emptyText')}</p>
        </EmptyState>
      )}
    </div>
  )
}

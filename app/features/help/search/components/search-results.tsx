import { useTranslation } from 'react-i18next'
import { LocalLink } from '~/i18n/local-link'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { PostList } from '../../components/post-list'
import type { HelpAnswer } from '../search-help.server'

/** What a search found, or that it found nothing, with a way to a person. */
export function SearchResults({ answer }: { answer: HelpAnswer }) {
  const { t } = useTranslation('center')
  const { typed, posts, instead } = answer
  const ask = <LinkButton to={paths.talk({ goal: 'question' })}>{t('help.search.ask')}</LinkButton>
  if (posts.length === 0) {
    return (
      <EmptyState title={t('help.search.nothing', { typed })} action={ask}>
        <p>{t('help.search.nothingText')}</p>
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-6">
      <p role="status" className="text-sm text-muted">
        <span>{t('help.search.found', { count: posts.length, typed })}</span>
        {instead.length > 0 ? (
          <span>{` ${t('help.search.instead', { words: instead.join(', ') })}`}</span>
        ) : null}
        <span> </span>
        <LocalLink to={paths.help()} className="text-accent underline underline-offset-4">
          {t('help.search.all')}
        </LocalLink>
      </p>
      <PostList posts={posts} typed={typed} />
      <p className="flex flex-wrap items-center gap-4 text-muted">
        <span>{`${t('help.unanswered')} `}</span>
        {ask}
      </p>
    </div>
  )
}

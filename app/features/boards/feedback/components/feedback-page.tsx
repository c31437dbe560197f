import { MessageSquareText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { FEEDBACK_KINDS, FEEDBACK_STATES } from '~/domain/insight/feedback/feedback-state'
import { paths } from '~/paths'
import { EmptyState } from '~/ui/empty-state'
import { LinkButton } from '~/ui/link-button'
import { Pagination } from '~/ui/pagination'
import { DownloadPanel } from '../../files/components/download-panel'
import { useBoardFormat } from '../../figures/board-format'
import { boardParams } from '../../filter/board-query'
import { isNarrowed } from '../../filter/board-query'
import { NoTrials } from '../../figures/components/no-trials'
import { BoardHead } from '../../filter/components/board-head'
import { ChoiceLinks } from '../../filter/components/choice-links'
import { useValueNames } from '../../filter/use-value-names'
import { feedbackHref, feedbackParams } from '../feedback-links'
import type { FeedbackBoard } from '../feedback-view'
import { FeedbackForm } from './feedback-form'
import type { FeedbackAnswer } from './feedback-answer'
import { FeedbackNotice } from './feedback-answer'
import { FrequentWords } from './frequent-words'

interface FeedbackPageProps {
  board: FeedbackBoard
  answer: FeedbackAnswer | undefined
}

/** What prospects said and searched, as an inbox of the team. */
export function FeedbackPage({ board, answer }: FeedbackPageProps) {
  const { t } = useTranslation('feedback')
  const { query, period, names, items, hasMore } = board
  const format = useBoardFormat(period.timeZone)
  const nameOf = useValueNames(Object.values(names))
  const page = query.page ?? 1
  return (
    <div className="grid gap-8">
      <BoardHead
        title={t('title')}
        board={board}
        nameOf={nameOf}
        format={format}
        hrefOf={paths.feedbackBoard}
        kept={feedbackParams({ ...query, page: undefined })}
        actions={
          <DownloadPanel
            board="feedback"
            tables={['items', 'counts', 'words']}
            query={{ ...feedbackParams({ ...query, page: undefined }), ...boardParams(query) }}
            isLong
          />
        }
        first={[
          {
            field: 'demo',
            value: query.demo,
            options: board.choices.demos.map((slug) => ({ value: slug, label: names[slug]?.title ?? slug })),
          },
        ]}
      />
      <Choices board={board} />
      <FeedbackNotice answer={answer} />
      {items.length === 0 ? <Nothing board={board} /> : <FeedbackForm board={board} format={format} />}
      <Pagination
        label={t('pages')}
        previous={page > 1 ? feedbackHref(query, { page: page - 1 }) : undefined}
        next={hasMore ? feedbackHref(query, { page: page + 1 }) : undefined}
        previousLabel={t('newer')}
        nextLabel={t('older')}
      />
      <FrequentWords board={board} format={format} />
      <p className="max-w-3xl text-xs text-muted">{t('scope')}</p>
    </div>
  )
}

/** The kinds and states with their numbers, each of which opens its list. */
function Choices({ board: { query, counts, saying } }: { board: FeedbackBoard }) {
  const { t, i18n } = useTranslation('feedback')
  const number = new Intl.NumberFormat(i18n.language)
  const { kind, work } = query
  const count = (of: { kind?: string | undefined; work?: string | undefined }) =>
    counts
      .filter((one) => (of.kind ?? one.kind) === one.kind && (of.work ?? one.work) === one.work)
      .reduce((sum, one) => sum + one.count, 0)
  const label = (name: string, of: Parameters<typeof count>[0]) => `${name} ${number.format(count(of))}`
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        <ChoiceLinks
          label={t('kindLabel')}
          choices={[undefined, ...FEEDBACK_KINDS].map((one) => ({
            key: one ?? 'all',
            label: label(t(`kinds.${one ?? 'all'}`), { kind: one, work }),
            to: feedbackHref(query, { kind: one }),
            current: one === kind,
          }))}
        />
        <ChoiceLinks
          label={t('workLabel')}
          choices={[undefined, ...FEEDBACK_STATES].map((one) => ({
            key: one ?? 'all',
            label: label(t(`works.${one ?? 'all'}`), { kind, work: one }),
            to: feedbackHref(query, { work: one }),
            current: one === work,
          }))}
        />
      </div>
      {saying === null ? null : (
        <p className="flex flex-wrap items-center gap-3 text-sm">
          <span>{t('saying', { count: saying, word: query.word ?? '' })}</span>
          <LinkButton
            to={feedbackHref(query, { word: undefined, place: undefined })}
            tone="quiet"
            size="small"
          >
            {t('withoutWord')}
          </LinkButton>
        </p>
      )}
    </div>
  )
}

function Nothing({ board: { query, counts } }: { board: FeedbackBoard }) {
  const { t } = useTranslation('feedback')
  const isChosen = counts.length > 0
  const isFiltered = isNarrowed(query) || query.demo !== undefined
  if (!isChosen && isFiltered) return <NoTrials narrowed hrefOf={paths.feedbackBoard} />
  return (
    <EmptyState
      icon={<MessageSquareText aria-hidden="true" className="size-6" />}
      title={isChosen ? t('noneChosen') : t('emptyTitle')}
      action={
        isChosen ? (
          <LinkButton to={feedbackHref(query, { kind: undefined, work: undefined, page: undefined })}>
            {t('showAll')}
          </LinkButton>
        ) : undefined
      }
    >
      {isChosen ? null : <p>{t('empty')}</p>}
    </EmptyState>
  )
}

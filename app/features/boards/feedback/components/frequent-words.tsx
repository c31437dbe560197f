import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { BoardFormat } from '../../figures/board-format'
import { BoardSection } from '../../figures/components/board-section'
import { feedbackHref } from '../feedback-links'
import type { FeedbackBoard } from '../feedback-view'

const MOST_STATES = 12

/** The words that were said of each state in the most trials; each opens what was said with it. */
export function FrequentWords({ board, format }: { board: FeedbackBoard; format: BoardFormat }) {
  const { t } = useTranslation('feedback')
  const { query, words, names } = board
  if (words.length === 0) return null
  return (
    <BoardSection title={t('words.title')} definition={t('words.lead')}>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        {words.slice(0, MOST_STATES).map(({ demo, state, words: said }) => (
          <div key={`${demo}/${state}`} className="contents">
            <dt className="text-sm">
              <span className="font-medium">{names[demo]?.states[state] ?? state}</span>
              <span className="block text-xs text-muted">{names[demo]?.title ?? demo}</span>
            </dt>
            <dd className="flex flex-wrap gap-2">
              {said.map(({ word, trials }) => (
                <Link
                  key={word}
                  to={feedbackHref(query, {
                    word,
                    place: `${demo}/${state}`,
                    kind: undefined,
                    work: undefined,
                  })}
                  className="inline-flex min-h-8 items-center gap-1.5 rounded-full bg-sunken px-3 text-sm hover:bg-accent-soft pointer-coarse:min-h-11"
                >
                  <span>{word}</span>
                  <span className="text-xs text-muted tabular-nums" aria-hidden="true">
                    {format.number(trials)}
                  </span>
                  <span className="sr-only">{t('words.trials', { count: trials })}</span>
                </Link>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </BoardSection>
  )
}

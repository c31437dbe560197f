import type { AnsweringRevision } from '#db/queries/feedback-work'
import type { FeedbackKind, FeedbackState } from '~/domain/insight/feedback/feedback-state'
import type { WordsOfState } from '~/domain/insight/feedback/frequent-words'
import type { Locale } from '~/domain/text'
import type { BoardPage, DemoNames } from '../figures/board-views'
import type { FeedbackQuery } from './schemas'
import type { ResolvedQuery } from '../filter/board-query'

/** One thing that was said, as the board shows it. */
export interface FeedbackItem {
  key: string
  version: number
  kind: FeedbackKind
  id: string
  /** The stars, the kind of the remark, or how often it was searched. */
  mark: string | null
  text: string
  locale: Locale
  at: Date
  trial: string | null
  demo: string | null
  plan: string | null
  state: string | null
  /** The step of the replay at which it was said. */
  step: number | null
  work: FeedbackState
  /** Name of the person it is assigned to. */
  assignee: string | null
  revision: AnsweringRevision | null
}

export interface FeedbackBoard extends BoardPage {
  query: ResolvedQuery<FeedbackQuery>
  items: FeedbackItem[]
  /** How many there are by kind and state, whatever is chosen of these. */
  counts: { kind: FeedbackKind; work: FeedbackState; count: number }[]
  /** Trials in which the chosen word was said; null when none is chosen. */
  saying: number | null
  words: WordsOfState[]
  names: Record<string, DemoNames>
  hasMore: boolean
  /** Whom something can be given to, and revisions that may answer it; empty for those who may not answer. */
  people: { id: string; name: string }[]
  revisions: AnsweringRevision[]
}

import { paths } from '~/paths'
import { boardParams } from '../filter/board-query'
import type { FeedbackQuery } from './schemas'

type Params = Record<string, string | undefined>

/** What the board of feedback adds to the parameters of every board. */
export const feedbackParams = ({ demo, kind, work, word, place, page }: FeedbackQuery): Params => ({
  ...{ demo, kind, work, word, place },
  page: page === undefined || page === 1 ? undefined : String(page),
})

/** The same board with another choice, on its first page. */
export const feedbackHref = (query: FeedbackQuery, change: Partial<FeedbackQuery>): string => {
  const next = { ...query, page: undefined, ...change }
  return paths.feedbackBoard({ ...boardParams(next), ...feedbackParams(next) })
}

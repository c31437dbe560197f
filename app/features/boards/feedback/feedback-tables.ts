import type { Context } from '~/platform/context/context'
import { boardTable, column, longTable } from '../tables/board-table'
import type { FeedbackBoard, FeedbackItem } from './feedback-view'
import { readFeedback } from './read-feedback.server'

/** All that was said, by the pages of the board. */
async function* pagesOf({ query }: FeedbackBoard, ctx: Context): AsyncGenerator<FeedbackItem[]> {
  for (let page = 1; ; page += 1) {
    ctx.signal?.throwIfAborted()
    const { items, hasMore } = await readFeedback({ ctx, input: { ...query, page } })
    yield items
    if (!hasMore) return
  }
}

/** The tables of the feedback board: what was said, how far the team is with it, and frequent words. */
export const feedbackTables = {
  items: longTable(pagesOf, {
    kind: column.text((row: FeedbackItem) => row.kind),
    at: column.instant((row) => row.at),
    mark: column.text((row) => row.mark),
    text: column.text((row) => row.text),
    locale: column.text((row) => row.locale),
    trial: column.text((row) => row.trial),
    demo: column.text((row) => row.demo),
    plan: column.text((row) => row.plan),
    state: column.text((row) => row.state),
    work: column.text((row) => row.work),
    answeredBy: column.text((row) => row.revision?.id),
  }),
  counts: boardTable((board: FeedbackBoard) => board.counts, {
    kind: column.text((row) => row.kind),
    work: column.text((row) => row.work),
    units: column.count((row) => row.count),
  }),
  words: boardTable(
    ({ words }: FeedbackBoard) =>
      words.flatMap(({ demo, state, words: own }) => own.map((one) => ({ demo, state, ...one }))),
    {
      demo: column.text((row) => row.demo),
      state: column.text((row) => row.state),
      word: column.text((row) => row.word),
      trials: column.count((row) => row.trials),
    },
    { isPersonal: true },
  ),
}

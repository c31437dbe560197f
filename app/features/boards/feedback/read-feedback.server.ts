import { countFeedback, listFeedback, listSpokenTexts } from '#db/columns/boards/feedback/list-feedback'
import type { FeedbackRow } from '#db/columns/boards/feedback/list-feedback'
import { readFilterChoices } from '#db/columns/boards/filter-choices'
import { listAskMessages, listNewestRevisions, listRevisionsById } from '#db/queries/feedback-work'
import { listPeople } from '#db/queries/people'
import { isAllowed } from '~/domain/access/permissions'
import type { SpokenText } from '~/domain/insight/feedback/frequent-words'
import { frequentWords, textsThatSay } from '~/domain/insight/feedback/frequent-words'
import type { Context } from '~/platform/context/context'
import { isPermitted } from '~/platform/context/is-permitted'
import { querySchema } from '~/platform/http/read-query'
import { verb } from '~/platform/verb/verb'
import { isNarrowed } from '../filter/board-query'
import { demoNamesOf } from '../filter/demo-names.server'
import { openView } from '../filter/open-view.server'
import { formatFeedbackKey } from './feedback-key'
import type { FeedbackBoard, FeedbackItem } from './feedback-view'
import { feedbackQuerySchema } from './schemas'
import type { FeedbackQuery } from './schemas'

const PAGE_LENGTH = 50
/** The newest texts, among which frequent words are looked for. */
const MOST_TEXTS = 20_000
const REVISIONS_OFFERED = 40

/** What prospects said and searched, a page at a time, and the words that they used of each state. */
export const readFeedback = verb(
  { permission: 'trials.read', input: querySchema(feedbackQuerySchema) },
  async ({ ctx, input: { query: asked, leftOut } }): Promise<FeedbackBoard> => {
    const { query, reader, scope, period } = await openView(ctx, asked)
    const of = { scope, isWhole: !isNarrowed(query) && query.demo === undefined }
    const texts = await listSpokenTexts(reader, of, MOST_TEXTS)
    const saying = textsOfWord(texts, query)
    const ids = saying?.map(({ id }) => id)
    const offset = ((query.page ?? 1) - 1) * PAGE_LENGTH
    const { kind, work } = query
    const [rows, counts, choices] = await Promise.all([
      listFeedback(reader, of, { kind, work, ids, limit: PAGE_LENGTH + 1, offset }),
      countFeedback(reader, of, { ids }),
      readFilterChoices(reader, scope),
    ])
    const words = frequentWords(texts)
    const shown = rows.slice(0, PAGE_LENGTH)
    const demos = new Set([
      ...shown.flatMap(({ demo }) => demo ?? []),
      ...words.map(({ demo }) => demo),
      ...choices.demos,
    ])
    return {
      ...{ query, leftOut, period, choices, counts, words },
      items: await itemsOf(ctx, shown),
      saying: saying && new Set(saying.map(({ trial }) => trial)).size,
      hasMore: rows.length > PAGE_LENGTH,
      names: await demoNamesOf(ctx, demos),
      ...(await answers(ctx)),
    }
  },
)

/** Null when no word of a state is chosen. */
function textsOfWord(texts: readonly SpokenText[], { word, place }: FeedbackQuery): SpokenText[] | null {
  const mark = place?.indexOf('/') ?? -1
  if (!word || !place || mark === -1) return null
  return textsThatSay(texts, { word, demo: place.slice(0, mark), state: place.slice(mark + 1) })
}

async function itemsOf(ctx: Context, rows: readonly FeedbackRow[]): Promise<FeedbackItem[]> {
  const idsOf = (kind: FeedbackRow['kind']) => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  const [messages, revisions, people] = await Promise.all([
    listAskMessages(ctx.db, idsOf('ask')),
    listRevisionsById(ctx.db, [...new Set(rows.flatMap(({ revision }) => revision ?? []))]),
    listPeople(ctx.db),
  ])
  const messageOf = new Map(messages.map(({ id, message }) => [id, message]))
  return rows.map(({ atMs, seq, assignee, revision, ...row }) => ({
    ...row,
    key: formatFeedbackKey(row),
    at: new Date(atMs),
    step: seq,
    text: messageOf.get(row.id) ?? row.text,
    assignee: people.find(({ id }) => id === assignee)?.name ?? null,
    revision: revisions.find(({ id }) => id === revision) ?? null,
  }))
}

async function answers(ctx: Context): Promise<Pick<FeedbackBoard, 'people' | 'revisions'>> {
  if (!isPermitted(ctx, 'asks.answer')) return { people: [], revisions: [] }
  const people = (await listPeople(ctx.db)).filter(({ roles }) => isAllowed(roles, 'asks.answer'))
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    revisions: await listNewestRevisions(ctx.db, REVISIONS_OFFERED),
  }
}

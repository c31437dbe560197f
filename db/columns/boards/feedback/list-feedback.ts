import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { FeedbackKind, FeedbackState } from '~/domain/insight/feedback/feedback-state'
import type { SpokenText } from '~/domain/insight/feedback/frequent-words'
import type { Locale } from '~/domain/text'
import type { ColumnsReader } from '../../columns-reader'
import type { FeedbackScope } from './feedback-items'
import { feedbackItems } from './feedback-items'

/** One thing that was said, with how far the team is with it. */
export interface FeedbackRow {
  kind: FeedbackKind
  /** Of a search its language and words. */
  id: string
  trial: string | null
  demo: string | null
  plan: string | null
  state: string | null
  /** The last event before it. */
  seq: number | null
  /** The stars, the kind of the remark, or how often it was searched. */
  mark: string | null
  text: string
  locale: Locale
  atMs: number
  work: FeedbackState
  assignee: string | null
  revision: string | null
  version: number
}

export interface FeedbackChoice {
  kind?: FeedbackKind | undefined
  work?: FeedbackState | undefined
  /** Only these. */
  ids?: readonly string[] | undefined
}

/** A page of what was said, the newest first. */
export async function listFeedback(
  reader: ColumnsReader,
  of: FeedbackScope,
  { limit, offset, ...choice }: FeedbackChoice & { limit: number; offset: number },
): Promise<FeedbackRow[]> {
  return reader.rows<FeedbackRow>(sql`
    ${feedbackItems(reader, of)}
    select kind, id, trial, demo, plan, state, seq, mark, text, locale, at_ms::double as "atMs", work, assignee, revision,
      version
    from item where ${isChosen(choice)}
    order by at_ms desc, kind, id limit ${limit} offset ${offset}`)
}

/** How many there are of each kind and state. */
export async function countFeedback(
  reader: ColumnsReader,
  of: FeedbackScope,
  choice: Pick<FeedbackChoice, 'ids'>,
): Promise<{ kind: FeedbackKind; work: FeedbackState; count: number }[]> {
  return reader.rows(sql`
    ${feedbackItems(reader, of)}
    select kind, work, count(*)::integer as count from item where ${isChosen(choice)} group by kind, work`)
}

/** The newest words of prospects about states of their trials. */
export async function listSpokenTexts(
  reader: ColumnsReader,
  of: FeedbackScope,
  limit: number,
): Promise<SpokenText[]> {
  return reader.rows(sql`
    ${feedbackItems(reader, of)}
    select id, trial, demo, state, locale, text from item
    where kind in ('rating', 'remark') and text <> '' and state is not null
    order by at_ms desc, id limit ${limit}`)
}

function isChosen({ kind, work, ids }: FeedbackChoice): SQL {
  const parts = [
    kind && sql`kind = ${kind}`,
    work && sql`work = ${work}`,
    ids && sql`id in (select unnest(from_json(${JSON.stringify(ids)}::json, '["VARCHAR"]')))`,
  ]
  return sql.join([sql`true`, ...parts.filter((part) => !!part)], sql` and `)
}

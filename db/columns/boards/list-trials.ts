import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ListedTrial } from '~/domain/insight/listed-trial'
import type { TrialColumn } from '~/domain/insight/trial-column'
import type { ColumnsReader } from '../columns-reader'
import { conversionsAt, remarksAt, trialNotesAt, trialsAt } from '../views'
import { foundTrials } from './found-trials'
import type { ListedSet } from './found-trials'
import { withGoals } from './measured-trials'
import { PLAIN_SET_CONDITIONS } from './trial-set'

export interface TrialListPage extends ListedSet {
  sort: TrialColumn
  direction: 'asc' | 'desc'
  /** Id of the trial that the page follows, or comes before. */
  after?: string
  before?: string
  limit: number
}

type SortKey = (reader: ColumnsReader, scope: BoardScope) => SQL

/** What lists are sorted by. What is unknown or absent comes before everything else. */
const SORT_KEYS: Record<TrialColumn, SortKey> = {
  started: () => sql`trial.started_ms`,
  demo: () => sql`trial.demo`,
  plan: () => sql`trial.plan`,
  role: () => sql`trial.role`,
  channel: () => sql`trial.channel`,
  device: () => sql`trial.device`,
  locale: () => sql`trial.locale`,
  revision: () => sql`trial.revision`,
  active: () => sql`trial.active_ms`,
  wall: () => sql`trial.wall_ms`,
  score: () => sql`coalesce(trial.score, -1)`,
  steps: () => sql`trial.steps`,
  hints: () => sql`trial.hints`,
  detours: () => sql`coalesce(trial.detours, -1)`,
  ending: () => sql`(case trial.outcome when 'success' then 2 when 'other' then 1 else 0 end)`,
  rating: () => sql`coalesce(trial.stars, 0)`,
  comment: () => sql`lower(coalesce(trial.comment, ''))`,
  notes: (reader) => sql`(select count(*) from ${trialNotesAt(reader)} as note where note.trial = trial.id)`,
  goal: (reader, scope) => isConverted(reader, scope),
  flags: () => sql`len(trial.flags)`,
}

/** As the list shows it: confirmed within the window, whether that is over or not. */
const isConverted: SortKey = (reader, { clock }) => sql`(exists (
  from ${conversionsAt(reader)} as conversion
  where conversion.visitor = trial.visitor and conversion.trial = trial.id and not conversion.withdrawn
    and conversion.source <> 'browser' and conversion.at_ms >= trial.started_ms and conversion.at_ms <= ${clock.now.getTime()}
    and conversion.at_ms - trial.started_ms <= ${clock.conversionWindowMs}))`

/**
 * One page of the trials in a set, in order of (sort column, id), both in the same direction. A page is found by the
 * row it follows or precedes, so it does not shift when trials are added. Fewer than `limit` rows mean that there are
 * no more.
 */
export async function listTrialRows(reader: ColumnsReader, page: TrialListPage): Promise<ListedTrial[]> {
  const backwards = page.before !== undefined
  const rows = await readRows(reader, page, (page.direction === 'desc') !== backwards)
  return backwards ? rows.reverse() : rows
}

async function readRows(
  reader: ColumnsReader,
  page: TrialListPage,
  descending: boolean,
): Promise<ListedTrial[]> {
  const { scope, sort, limit } = page
  const { running, converted, early } = PLAIN_SET_CONDITIONS
  const to = sql.raw(descending ? 'desc' : 'asc')
  const order = sql`order by trial.sort_key ${to}, trial.id ${to}`
  const rows = await reader.rows<Omit<ListedTrial, 'startedAt'> & { startedMs: number }>(sql`
    with page as materialized (
      select trial.* from (
        select trial.*, ${SORT_KEYS[sort](reader, scope)} as sort_key from ${foundTrials(reader, page)} as trial) as trial
      ${markOf(reader, page)} where ${beyond(page, descending)} ${order} limit ${limit})
    select trial.id, trial.demo, trial.revision, trial.plan, trial.role, trial.locale, trial.channel, trial.device,
      trial.started_ms::double as "startedMs", trial.active_ms::double as "activeMs", trial.wall_ms::double as "wallMs",
      trial.score, trial.steps, trial.hints, trial.detours, trial.outcome, trial.last_state as "lastState", trial.flags,
      ${running(scope)} as running, (${converted(scope)} or ${early(scope)}) as converted, trial.stars,
      coalesce(trial.comment, '') as comment,
      coalesce(remark.texts, []) as remarks, coalesce(note.texts, []) as notes
    from ${withGoals(reader, scope, { trials: sql`page`, unit: 'trial' })} as trial
      left join ${textsOf(remarksAt(reader), sql`said.at_ms, said.id`)} as remark on remark.trial = trial.id
      left join ${textsOf(trialNotesAt(reader), sql`said.at_ms desc, said.id desc`)} as note on note.trial = trial.id
    ${order}`)
  return rows.map(({ startedMs, ...row }) => ({ ...row, startedAt: new Date(startedMs) }))
}

const markIn = ({ after, before }: TrialListPage): string | undefined => after ?? before

/** Joins the row that the page follows or precedes. */
function markOf(reader: ColumnsReader, page: TrialListPage): SQL {
  const id = markIn(page)
  if (id === undefined) return sql``
  return sql`cross join (
    select ${SORT_KEYS[page.sort](reader, page.scope)} as key, trial.id from ${trialsAt(reader)} as trial
    where trial.id = ${id}::uuid) as mark`
}

function beyond(page: TrialListPage, descending: boolean): SQL {
  if (markIn(page) === undefined) return sql`true`
  const than = sql.raw(descending ? '<' : '>')
  return sql`(trial.sort_key ${than} mark.key or (trial.sort_key = mark.key and trial.id ${than} mark.id))`
}

/** What was written on the trials of the page, by trial. */
const textsOf = (said: SQL, order: SQL): SQL => sql`(
  select said.trial, list(said.text order by ${order}) as texts from ${said} as said
  where said.text <> '' and said.trial in (select id from page) group by said.trial)`

import { sql, type SQL } from 'drizzle-orm'
import type { FunnelEventRule, FunnelQuery, FunnelUnit } from '~/domain/insight/funnel/funnel-query'
import type { ColumnsReader } from '../columns-reader'
import {
  asksAt,
  conversionsAt,
  membersAt,
  messageEventsAt,
  pageViewsAt,
  remarksAt,
  stepsAt,
  touchesAt,
  trialsAt,
} from '../views'
import {
  ACCOUNT_PROP,
  areOfTrial,
  COPIED_PROPS,
  hasValues,
  jsonOf,
  TRIAL_COLUMNS,
  type CopiedEvent,
  type CopiedProps,
} from './copied-props'
import { propsOf, type EventBranch, type EventSource, type EventReading } from './event-source'

export interface CopyEventsOptions {
  reader: Pick<ColumnsReader, 'asOfMs'>
  /** The condition on `trial` under which a trial counts. */
  counts: SQL
}

/**
 * What visitors with trials that count did, out of the tables of the copy. Events of one instant stand in the order of
 * `EVENTS`, then of the id of their row, then of their place in it.
 */
export function copyEvents(options: CopyEventsOptions): EventSource {
  return (query, reading) => ({
    tables: tablesOf(options, query, reading),
    branches: EVENTS.map((event, rank) => branchOf(event, rank, { query, reading, reader: options.reader })),
  })
}

const EVENTS = Object.keys(COPIED_PROPS) as CopiedEvent[]

/** Trials that do not count are mostly few: their steps are struck out, which is faster than picking those of the others. */
function tablesOf({ reader, counts }: CopyEventsOptions, query: FunnelQuery, { among }: EventReading): SQL[] {
  const members = sql`account_member as (
    select visitor, account, (dense_rank() over (order by account))::integer as number from ${membersAt(reader)})`
  return [
    sql`counted as (select * from ${trialsAt(reader)} as trial where ${counts} ${ofUnits(query.unit, among)})`,
    sql`uncounted as (select number from ${trialsAt(reader)} as trial where (${counts}) is not true)`,
    ...(EVENTS.some((event) => needs(query, event, 'account')) ? [members] : []),
  ]
}

/** Trials of an account are not told from the others here. */
function ofUnits(unit: FunnelUnit, among: string | undefined): SQL {
  if (among === undefined || unit === 'account') return sql``
  return sql`and ${unit === 'trial' ? sql`trial.number` : sql`trial.visitor`} in (select unit from ${sql.raw(among)})`
}

const needs = (query: FunnelQuery, event: CopiedEvent, unit: FunnelUnit) =>
  query.unit === unit || propsOf(query, event).has(unit)

interface Asked {
  query: FunnelQuery
  reading: EventReading
  reader: At
}

function branchOf(event: CopiedEvent, rank: number, asked: Asked): EventBranch {
  const { query } = asked
  const { from, visitor, trial, at, id, place } = rowsOf(event, asked)
  const units = { visitor, trial, account: sql`member.number` }
  const props: CopiedProps = { ...COPIED_PROPS[event], ...ACCOUNT_PROP }
  const member = sql`left join account_member as member on member.visitor = ${visitor}`
  return {
    from: sql`${from} ${needs(query, event, 'account') ? member : sql``}`,
    unit: units[query.unit],
    at,
    position: sql`${rank}::integer as rank, ${id} as own, ${place} as place`,
    fits: (rule, first) => {
      const fit = rule.event === event ? hasValues(props, rule.where) : null
      return fit && first && event === 'state' ? sql`${fit} and ${isFirstState(rule)}` : fit
    },
    valueOf: (prop) => jsonOf(props, prop),
    touchOf: (prop) => (isToldByStart(event, prop) ? null : jsonOf(props, prop)),
  }
}

/** Of the states of a trial that fit a rule. Trials differ in all other properties of states. */
const isFirstState = ({ where }: FunnelEventRule): SQL =>
  Object.hasOwn(where, 'state') ? sql`own.first_of_state` : sql`own.first_of_trial`

/** States and tasks come after the start of their trial, which has all their properties but these. */
const isToldByStart = (event: CopiedEvent, prop: string): boolean =>
  (event === 'state' || event === 'task') && prop !== event

type At = CopyEventsOptions['reader']

/** Where events of a name are, with what tells of them. */
interface EventRows {
  from: SQL
  visitor: SQL
  /** The number of the trial; null when there is none. */
  trial: SQL | null
  /** Null: it has not happened, or nobody knows when. */
  at: SQL
  id: SQL
  place: SQL
}

function rowsOf(event: CopiedEvent, { query, reading, reader }: Asked): EventRows {
  switch (event) {
    case 'trial':
      return { ...OF_TRIAL, from: sql`counted as trial`, at: sql`trial.started_ms` }
    case 'state':
      return statesOf(query, reader)
    case 'task':
      return isFirstTaskEnough(query, reading) ? FIRST_TASKS : tasksOf(query)
    case 'finish':
      return { ...OF_TRIAL, from: sql`counted as trial`, at: sql`trial.finished_ms` }
    case 'rating':
      return { ...OF_TRIAL, from: sql`counted as trial`, at: sql`trial.rated_ms` }
    case 'ask':
      return requestsOf(sql`${asksAt(reader)}`, query)
    case 'asked':
      return requestsOf(goalsOf(reader, sql`source = 'browser'`), query)
    case 'conversion':
      return requestsOf(goalsOf(reader, sql`source <> 'browser'`), query)
    case 'remark':
      return { ...OF_VISITOR, ...remarksOf(reader) }
    default:
      return looksOf(OUTSIDE_TRIALS[event](reader))
  }
}

/** What visitors do outside of their trials. */
const OUTSIDE_TRIALS = { visit: touchesAt, page: pageViewsAt, message: messageEventsAt } as const

const looksOf = (rows: SQL): EventRows => ({
  ...OF_VISITOR,
  ...{ from: sql`${rows} as own ${OF_COUNTED}`, trial: null },
})

const remarksOf = (reader: At) => ({
  from: sql`${remarksAt(reader)} as own join counted as trial on trial.visitor = own.visitor and trial.id = own.trial`,
  trial: sql`trial.number`,
})

const OF_TRIAL = { visitor: sql`trial.visitor`, trial: sql`trial.number`, id: sql`trial.id`, place: sql`0` }
const OF_VISITOR = { visitor: sql`own.visitor`, at: sql`own.at_ms`, id: sql`own.id`, place: sql`0` }
const OF_COUNTED = sql`semi join counted on counted.visitor = own.visitor`

function statesOf(query: FunnelQuery, reader: At): EventRows {
  const needsTrial = query.breakdown !== null || areOfTrial(propsOf(query, 'state'))
  return {
    from: sql`${stepsAt(reader)} as own ${
      needsTrial
        ? sql`join counted as trial on trial.number = own.trial`
        : sql`anti join uncounted on uncounted.number = own.trial`
    }`,
    ...{ visitor: sql`own.visitor`, trial: sql`own.trial`, at: sql`own.at_ms` },
    ...{ id: sql`trial.id`, place: sql`own.place` },
  }
}

/** Nothing tells the tasks of a trial apart, and only the first of them matters. */
function isFirstTaskEnough(query: FunnelQuery, { firstOnly = () => false }: EventReading): boolean {
  const isTask = ({ event }: FunnelEventRule) => event === 'task'
  const isFirst = query.steps.every((rule, step) => !isTask(rule) || firstOnly(step))
  return isFirst && !query.exclusions.some(isTask) && !propsOf(query, 'task').has('task')
}

const FIRST_TASKS = {
  ...OF_TRIAL,
  from: sql`counted as trial`,
  at: sql`(trial.started_ms + trial.first_task_ms)`,
}

/** Unnesting repeats every column that it selects. */
function tasksOf(query: FunnelQuery): EventRows {
  const described = areOfTrial(propsOf(query, 'task')) ? sql`, ${TRIAL_COLUMNS}` : sql``
  return {
    ...OF_TRIAL,
    from: sql`(
      select number, visitor, id, started_ms ${described}, unnest(task_ids) as task, unnest(task_done_ms) as done_ms,
        unnest(range(len(task_ids)))::integer as place
      from counted) as trial`,
    at: sql`trial.started_ms + trial.done_ms`,
    place: sql`trial.place`,
  }
}

const goalsOf = (reader: At, condition: SQL) =>
  sql`(select * from ${conversionsAt(reader)} where not withdrawn and ${condition})`

/** Of visitors with a trial that counts; it belongs to its own trial only when that one counts. */
function requestsOf(rows: SQL, query: FunnelQuery): EventRows {
  const needsTrial = EVENTS.some((event) => needs(query, event, 'trial'))
  const trial = needsTrial
    ? sql`left join counted as trial on trial.visitor = own.visitor and trial.id = own.trial`
    : sql``
  return { ...OF_VISITOR, from: sql`${rows} as own ${OF_COUNTED} ${trial}`, trial: sql`trial.number` }
}

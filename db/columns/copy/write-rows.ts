import type { DuckDBConnection } from '@duckdb/node-api'
import { COPIED_TABLES, type ChangedName, type CopiedKind } from './copied-tables'
import { CURRENT } from './create-copy'

/** Rows of one kind as PostgreSQL has them now, one object of JSON a line. */
export interface CurrentRows {
  kind: CopiedKind
  lines: string
}

/**
 * Replaces the named rows of one kind by those that are there now, within the caller's transaction: a row that is named and
 * not there ends. `names` is null for a first copy, in which there is nothing to replace.
 */
export async function writeRows(
  connection: DuckDBConnection,
  rows: CurrentRows,
  names: readonly ChangedName[] | null,
  watermarkMs: number,
): Promise<void> {
  await bringIn(connection, rows)
  await numberVisitors(connection)
  await nameReplaced(connection, rows.kind, names ?? [])
  await connection.run(
    `update ${rows.kind} set until_ms = ${watermarkMs} where rowid in (select row from replaced)`,
  )
  await (rows.kind === 'trial'
    ? writeTrials(connection, watermarkMs)
    : writePlain(connection, rows.kind, watermarkMs))
}

/** As columns, in a table of its own. Lines are parsed many at once; a list in one text would take five times as long. */
async function bringIn(connection: DuckDBConnection, { kind, lines }: CurrentRows): Promise<void> {
  await connection.run(
    'create or replace temp table line as select unnest(string_split($1, chr(10))) as json',
    [lines],
  )
  const structure = JSON.stringify(COPIED_TABLES[kind].columns)
  await connection.run(`
    create or replace temp table incoming as
    select unnest(from_json(json, '${structure}')) from line where json <> ''`)
}

async function numberVisitors(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    insert into visitor
    select id, nextval('visitor_number') from (
      select distinct incoming.visitor as id from incoming anti join visitor on visitor.id = incoming.visitor)`)
}

/** The current rows that are named. Names of visitors that the copy does not know name nothing in it. */
async function nameReplaced(
  connection: DuckDBConnection,
  kind: CopiedKind,
  names: readonly ChangedName[],
): Promise<void> {
  await connection.run(
    `create or replace temp table named as
      select distinct visitor.number as visitor, name.id
      from (select unnest(from_json($1::json, '[{"visitor":"UUID","id":"UUID"}]'), recursive := true)) as name
      join visitor on visitor.id = name.visitor`,
    [JSON.stringify(names.map(({ visitor, id }) => ({ visitor, id })))],
  )
  await connection.run(`
    create or replace temp table replaced as
    select own.rowid as row, own.visitor, own.id ${kind === 'trial' ? ', own.number' : ''}
    from named join ${kind} as own on own.id = named.id and own.visitor = named.visitor
    where own.until_ms = ${CURRENT}`)
}

async function writePlain(
  connection: DuckDBConnection,
  kind: CopiedKind,
  watermarkMs: number,
): Promise<void> {
  await connection.run(`
    insert into ${kind} by name
    select incoming.* replace (visitor.number as visitor), ${watermarkMs} as since_ms, ${CURRENT} as until_ms
    from incoming join visitor on visitor.id = incoming.visitor`)
}

/** A trial keeps its number through every version. Of its steps only those that differ are replaced. */
async function writeTrials(connection: DuckDBConnection, watermarkMs: number): Promise<void> {
  await numberCourses(connection)
  await connection.run(`
    create or replace temp table fresh as
    select coalesce(replaced.number, nextval('trial_number'))::integer as number, course.number as course,
      keyed.* exclude (course_key, done_tasks) replace (visitor.number as visitor), len(keyed.task_ids)::integer as tasks_offered,
      len(keyed.done_tasks)::integer as tasks_done, list_min(keyed.task_done_ms) as first_task_ms
    from keyed join visitor on visitor.id = keyed.visitor join course on course.key = keyed.course_key
    left join replaced on replaced.visitor = visitor.number and replaced.id = keyed.id;
    insert into trial by name
    select *, ${watermarkMs} as since_ms, ${CURRENT} as until_ms from fresh;
    create or replace temp table fresh_step as ${STEPS_OF_FRESH};
    create or replace temp table held_step as
    select step.rowid as row, step.* from step join replaced on replaced.number = step.trial
    where step.until_ms = ${CURRENT};
    update step set until_ms = ${watermarkMs} where rowid in (
      select row from held_step as held anti join fresh_step as own on ${IS_SAME_STEP});
    insert into step by name
    select own.*, ${watermarkMs} as since_ms, ${CURRENT} as until_ms
    from fresh_step as own anti join held_step as held on ${IS_SAME_STEP}`)
}

/** Courses are found by a digest: comparing lists would read every course in each turn. */
async function numberCourses(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create or replace temp table keyed as
    select *, md5_number(to_json([path, task_ids, done_tasks])::varchar) as course_key
    from (
      select *, list_filter(task_ids, lambda task, place: task_done_ms[place] is not null) as done_tasks from incoming);
    insert into course
    select nextval('course_number'), course_key, any_value(path), any_value(task_ids), any_value(done_tasks)
    from keyed anti join course on course.key = keyed.course_key group by course_key`)
}

const IS_SAME_STEP = `own.trial = held.trial and own.place = held.place and own.state = held.state
  and own.at_ms is not distinct from held.at_ms and own.came_from is not distinct from held.came_from
  and own.stood_ms is not distinct from held.stood_ms and own.first_of_trial = held.first_of_trial
  and own.first_of_state = held.first_of_state`

/**
 * `stood_ms`: from a state until the next instant at which one was entered; null in the last one. Where no moment is known,
 * the first is the first of the path.
 */
const STEPS_OF_FRESH = `
  select number as trial, visitor, place, at_ms, state, came_from,
    min(at_ms) over (partition by number order by at_ms range between 1 following and unbounded following) - at_ms as stood_ms,
    row_number() over (partition by number order by at_ms, place) = 1 as first_of_trial,
    row_number() over (partition by number, state order by at_ms, place) = 1 as first_of_state
  from (
    select number, visitor, place, started_ms + path_at_ms[place] as at_ms, path[place] as state,
      case when place > 1 then path[place - 1] end as came_from
    from (select *, unnest(range(1, len(path) + 1))::integer as place from fresh))`

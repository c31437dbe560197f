import type { DuckDBConnection } from '@duckdb/node-api'
import { COPIED_KINDS, COPIED_TABLES, type CopiedKind } from './copied-tables'

/** Increase this when tables or their contents change: a copy of another format is thrown away and read again. */
const COPY_FORMAT = 8

/** `until_ms` of a row that nothing has replaced: the largest whole number of JavaScript. */
export const CURRENT = Number.MAX_SAFE_INTEGER

/**
 * Makes the empty tables of a copy. A row holds from the watermark `since_ms` until before `until_ms`, so that a view at an
 * older watermark can still be read. Visitors and trials get numbers of the copy's own, which sort and join fast. Trials with the
 * same path that did the same of the same tasks share a course, so that boards look at each course once.
 */
export async function createCopy(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create table copy_state (format integer not null, watermark_ms bigint not null, complete boolean not null);
    create sequence visitor_number start 1;
    create sequence trial_number start 1;
    create sequence course_number start 1;
    create table visitor (id uuid not null, number integer not null);
    create table course (
      number integer not null, key uhugeint not null, path varchar[] not null, task_ids varchar[] not null,
      done_tasks varchar[] not null);
    create table step (
      trial integer not null, visitor integer not null, place integer not null, at_ms bigint, state varchar not null,
      came_from varchar, stood_ms bigint, first_of_trial boolean not null, first_of_state boolean not null,
      since_ms bigint not null, until_ms bigint not null);
    ${COPIED_KINDS.map(tableSql).join('\n')}
    insert into copy_state values (${COPY_FORMAT}, 0, false);`)
}

/** The visitor is a number in place of the id. */
function tableSql(kind: CopiedKind): string {
  const own = Object.entries(COPIED_TABLES[kind].columns).map(([name, type]) =>
    name === 'visitor' ? 'visitor integer not null' : `${name} ${type}`,
  )
  const derived = kind === 'trial' ? OF_TRIAL : []
  const versions = ['since_ms bigint not null', 'until_ms bigint not null']
  return `create table ${kind} (${[...derived, ...own, ...versions].join(', ')});`
}

/** What the copy adds to a trial: how many tasks it offered and how many were done, the first of them when. */
const OF_TRIAL = [
  ...['number integer not null', 'course integer not null'],
  ...['tasks_offered integer not null', 'tasks_done integer not null', 'first_task_ms bigint'],
]

/** What a file says of itself; null when it is no copy of this format. */
export async function readCopyState(
  connection: DuckDBConnection,
): Promise<{ watermarkMs: number; complete: boolean } | null> {
  const tables = await connection.runAndReadAll(
    `select 1 from duckdb_tables() where table_name = 'copy_state'`,
  )
  if (tables.currentRowCount === 0) return null
  const state = await connection.runAndReadAll(
    `select watermark_ms::double as "watermarkMs", complete from copy_state where format = ${COPY_FORMAT}`,
  )
  const [row] = state.getRowObjectsJS()
  return row ? { watermarkMs: Number(row.watermarkMs), complete: row.complete === true } : null
}

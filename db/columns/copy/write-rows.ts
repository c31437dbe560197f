import type { DuckDBConnection } from '@duckdb/node-api'
import { COPIED_TABLES, type ChangedName, type CopiedKind } from './copied-tables'
import { CURRENT } from './create-copy'

/** Rows of one kind as PostgreSQL has them now: a list in JSON. */
export interface CurrentRows {
  kind: CopiedKind
  json: string
}

/**
 * Replaces the named rows of one kind by those that are there now, within the caller's transaction: a row that is named and
 * not there ends. `names` is null for a first copy, in which there is nothing to replace.
 */
export async function writeRows(
  connection: DuckDBConnection,
  { kind, json }: CurrentRows,
  names: readonly ChangedName[] | null,
  watermarkMs: number,
): Promise<void> {
  const structure = JSON.stringify([COPIED_TABLES[kind].columns])
  await connection.run(
    `create or replace temp table incoming as
      select unnest(from_json($1::json, $2), recursive := true)`,
    [json, structure],
  )
  await numberVisitors(connection)
  await nameRows(connection, names ?? [])
  await (kind === 'trial' ? writeTrials : writePlain)(connection, kind, watermarkMs)
}

async function numberVisitors(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    insert into visitor
    select id, nextval('visitor_number') from (
      select distinct incoming.visitor as id from incoming anti join visitor on visitor.id = incoming.visitor)`)
}

/** Names of visitors that the copy does not know name nothing in it. */
async function nameRows(connection: DuckDBConnection, names: readonly ChangedName[]): Promise<void> {
  await connection.run(
    `create or replace temp table named as
      select distinct visitor.number as visitor, name.id
      from (select unnest(from_json($1::json, '[{"visitor":"UUID","id":"UUID"}]'), recursive := true)) as name
      join visitor on visitor.id = name.visitor`,
    [JSON.stringify(names.map(({ visitor, id }) => ({ visitor, id })))],
  )
}

const IS_NAMED = (table: string) => `
  ${table}.until_ms = ${CURRENT} and exists (
    from named where named.visitor = ${table}.visitor and named.id = ${table}.id)`

async function writePlain(
  connection: DuckDBConnection,
  kind: CopiedKind,
  watermarkMs: number,
): Promise<void> {
  await connection.run(`
    update ${kind} set until_ms = ${watermarkMs} where ${IS_NAMED(kind)};
    insert into ${kind} by name
    select incoming.* replace (visitor.number as visitor), ${watermarkMs} as since_ms, ${CURRENT} as until_ms
    from incoming join visitor on visitor.id = incoming.visitor`)
}

/** A trial keeps its number through every version. Of its steps only those that differ are replaced. */
async function writeTrials(
  connection: DuckDBConnection,
  kind: CopiedKind,
  watermarkMs: number,
): Promise<void> {
  await connection.run(`
    create or replace temp table replaced as
    select trial.visitor, trial.id, trial.number from trial where ${IS_NAMED('trial')};
    update trial set until_ms = ${watermarkMs} where ${IS_NAMED('trial')};
    create or replace temp table fresh as
    select coalesce(replaced.number, nextval('trial_number'))::integer as number,
      incoming.* replace (visitor.number as visitor)
    from incoming join visitor on visitor.id = incoming.visitor
    left join replaced on replaced.visitor = visitor.number and replaced.id = incoming.id;
    insert into ${kind} by name
    select *, ${watermarkMs} as since_ms, ${CURRENT} as until_ms from fresh;
    create or replace temp table fresh_step as ${STEPS_OF_FRESH};
    update step set until_ms = ${watermarkMs}
    where until_ms = ${CURRENT} and trial in (select number from replaced)
      and not exists (from fresh_step as own where ${IS_SAME_STEP});
    insert into step by name
    select own.*, ${watermarkMs} as since_ms, ${CURRENT} as until_ms
    from fresh_step as own
    where not exists (
      from step
      where step.until_ms = ${CURRENT} and step.trial in (select number from replaced) and ${IS_SAME_STEP})`)
}

const IS_SAME_STEP = `own.trial = step.trial and own.place = step.place and own.state = step.state
  and own.at_ms is not distinct from step.at_ms and own.came_from is not distinct from step.came_from`

const STEPS_OF_FRESH = `
  select number as trial, visitor, place, null::bigint as at_ms, path[place] as state,
    case when place > 1 then path[place - 1] end as came_from
  from (select *, unnest(range(1, len(path) + 1))::integer as place from fresh)`

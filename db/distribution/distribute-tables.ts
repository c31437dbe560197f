import postgres from 'postgres'
import type { Sql } from '../client'
import { DistributionError } from './distribution-error'
import { planDistribution } from './distribution-plan'
import { nameRowsOf, listNamers } from './name-rows'
import { readTableFacts } from './read-table-facts'

export interface Distributed {
  /** One line for each thing that was done, or left as it was. */
  lines: string[]
  /** Foreign keys that could not be put back, each with what the server said; the next run tries again. */
  missing: string[]
}

/**
 * Distributes the tables of the database at `url` over the nodes of Citus. Nothing else may use the database meanwhile. It can be
 * run again: what is distributed already stays, and what an interrupted run took away is put back.
 * @throws DistributionError when the server has no Citus
 */
export async function distributeTables(url: string): Promise<Distributed> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'foyer-distribute' },
  })
  try {
    await refuseWithoutCitus(sql)
    await makeNotes(sql)
    const placed = await placeTables(sql)
    // Keys to a table that is kept on every node cannot be made in the transaction that made it so.
    const keys = await carryOut(sql, 'foreign key')
    const triggers = await carryOut(sql, 'trigger')
    await allowTriggers(sql)
    return {
      lines: [...placed, ...keys.done, ...triggers.done],
      missing: [...keys.failed, ...triggers.failed],
    }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function refuseWithoutCitus(sql: Sql): Promise<void> {
  const rows = await sql`select from pg_extension where extname = 'citus'`
  if (rows.length === 0) throw new DistributionError()
}

/** Statements to be run yet. They outlive an interruption, since what they make was dropped before. */
async function makeNotes(sql: Sql): Promise<void> {
  await sql`create schema if not exists foyer_distribution`
  await sql`
    create table if not exists foyer_distribution.note (
      kind text not null, name text not null, statement text not null, primary key (kind, name))`
}

/** Takes foreign keys and triggers off the tables that move, notes how to make them again, and moves the tables. */
async function placeTables(sql: Sql): Promise<string[]> {
  return sql.begin(async (tx) => {
    const { distributed, reference, local } = planDistribution(await readTableFacts(tx))
    const there = await tx<{ name: string }[]>`
      select relname::text as name from pg_catalog.pg_dist_partition join pg_class on pg_class.oid = logicalrelid`
    const isNew = (name: string) => !there.some((each) => each.name === name)
    const moving = [...distributed, ...reference].filter(isNew)
    if (moving.length > 0) {
      await noteForeignKeys(tx, moving)
      await noteTriggers(tx, reference)
      await dropNoted(tx, moving)
    }
    for (const name of reference.filter(isNew)) await tx`select create_reference_table(${name})`
    for (const name of distributed.filter(isNew)) await distribute(tx, name)
    return [
      ...reference.map((name) => `${name}: on every node${isNew(name) ? '' : ' already'}`),
      ...distributed.map((name) => `${name}: distributed by visitor${isNew(name) ? '' : ' already'}`),
      `on the first node alone: ${local.join(', ')}`,
    ]
  }) as Promise<string[]>
}

const distribute = (sql: postgres.ISql, name: string) =>
  name === 'visitor'
    ? sql`select create_distributed_table('visitor', 'visitor_id')`
    : sql`select create_distributed_table(${name}, 'visitor_id', colocate_with => 'visitor')`

/** Every foreign key from or to one of the tables. */
async function noteForeignKeys(sql: postgres.ISql, moving: readonly string[]): Promise<void> {
  await sql`
    insert into foyer_distribution.note
    select 'foreign key', conrelid::regclass || '.' || conname,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(pg_constraint.oid))
    from pg_constraint
    where contype = 'f' and conparentid = 0
      and (conrelid::regclass::text = any(${moving}) or confrelid::regclass::text = any(${moving}))
    on conflict do nothing`
}

/** A trigger of a shard sees only rows of its own, so each row is named by itself. */
async function noteTriggers(sql: postgres.ISql, reference: readonly string[]): Promise<void> {
  for (const namer of await listNamers(sql)) {
    if (reference.includes(namer.table)) continue
    const statement = nameRowsOf(namer)
    await sql`
      insert into foyer_distribution.note values ('trigger', ${namer.table}, ${statement}) on conflict do nothing`
  }
}

async function dropNoted(sql: postgres.ISql, moving: readonly string[]): Promise<void> {
  const drops = await sql<{ statement: string }[]>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement
    from pg_constraint
    where contype = 'f' and conparentid = 0
      and (conrelid::regclass::text = any(${moving}) or confrelid::regclass::text = any(${moving}))
    union all
    select format('drop trigger %I on %s', tgname, tgrelid::regclass)
    from pg_trigger
    where not tgisinternal and tgparentid = 0
      and (tgname like 'name\\_%' or tgname like 'tell\\_%')`
  for (const { statement } of drops) await sql.unsafe(statement)
}

/** Runs the noted statements of a kind, each by itself; those that succeed are forgotten. */
async function carryOut(
  sql: Sql,
  kind: 'foreign key' | 'trigger',
): Promise<{ done: string[]; failed: string[] }> {
  const notes = await sql<{ name: string; statement: string }[]>`
    select name, statement from foyer_distribution.note where kind = ${kind} order by name`
  const done: string[] = []
  const failed: string[] = []
  for (const { name, statement } of notes) {
    try {
      await sql.begin(async (tx) => {
        await tx`select set_config('citus.enable_unsafe_triggers', 'on', true)`
        await tx.unsafe(statement)
        await tx`delete from foyer_distribution.note where kind = ${kind} and name = ${name}`
      })
      done.push(`${name}: ${kind} made`)
    } catch (error) {
      failed.push(`${name}: ${kind} not made: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { done, failed }
}

/** The triggers write only beside the row that fired them, which is the case that Citus leaves to the user. */
async function allowTriggers(sql: Sql): Promise<void> {
  const [database] = await sql<{ statements: string[] }[]>`
    select array_agg(format('alter database %I set %s = on', current_database(), name)) as statements
    from unnest(array['citus.enable_unsafe_triggers', 'citus.allow_nested_distributed_execution']) as name`
  for (const statement of database?.statements ?? []) {
    await sql.unsafe(statement)
    await sql`select run_command_on_workers(${statement})`
  }
}

import type { ISql } from 'postgres'
import type { Sql } from './client'

export interface Month {
  year: number
  /** 1 to 12. */
  month: number
}

export interface PartitionRange {
  /** Inclusive. */
  first: Month
  /** Inclusive. */
  last: Month
}

/** A number that no other advisory lock of Foyer uses. */
const PARTITION_LOCK = 7_210_002

/** The smallest UUIDv7 of an instant: its 48 bits of milliseconds, then zeros. */
export function uuidFloor(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** The month of `at` in UTC, moved by `offset` months. */
export function monthOf(at: Date, offset = 0): Month {
  const moved = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + offset, 1))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1 }
}

const startOf = ({ year, month }: Month): Date => new Date(Date.UTC(year, month - 1, 1))

const monthsIn = ({ first, last }: PartitionRange): Month[] => {
  const months: Month[] = []
  for (let month = first; startOf(month) <= startOf(last); month = monthOf(startOf(month), 1))
    months.push(month)
  return months
}

/** Name of the partition of `trial_event` that holds the trials begun in a month. */
export function partitionName({ year, month }: Month): string {
  return `trial_event_${year}_${String(month).padStart(2, '0')}`
}

/** The months prepared ahead of use: the one before `now` to the third after it. */
export function preparedRange(now: Date): PartitionRange {
  return { first: monthOf(now, -1), last: monthOf(now, 3) }
}

/**
 * Creates the missing monthly partitions of `trial_event` in the range and returns their names. Rows of such a month
 * in the DEFAULT partition are moved to the new one. Safe to repeat, and to run on several instances at the same time.
 */
export async function ensurePartitions(sql: Sql, range: PartitionRange): Promise<string[]> {
  const made: string[] = []
  for (const month of monthsIn(range)) {
    if (await createPartition(sql, month)) made.push(partitionName(month))
  }
  return made
}

async function createPartition(sql: Sql, month: Month): Promise<boolean> {
  const name = partitionName(month)
  if (await tableExists(sql, name)) return false
  const from = uuidFloor(startOf(month))
  const to = uuidFloor(startOf(monthOf(startOf(month), 1)))
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${PARTITION_LOCK})`
    if (await tableExists(tx, name)) return false
    await tx`create table ${tx(name)} (like trial_event including defaults including constraints)`
    await tx`
      with moved as (delete from trial_event_default where trial_id >= ${from} and trial_id < ${to} returning *)
      insert into ${tx(name)} select * from moved`
    // Partition bounds cannot be bound arguments; both are hexadecimal digits made above.
    await tx.unsafe(
      `alter table trial_event attach partition "${name}" for values from ('${from}') to ('${to}')`,
    )
    return true
  })
}

/** Dropping a partition blocks all reading of traces, so it gives up soon when it has to wait. */
const DROP_PATIENCE = '3s'

/**
 * Drops the partitions of all months before `month`, and such rows of the DEFAULT partition. Returns the names of the
 * dropped ones. Each is a transaction of its own; one that does not get its lock within three seconds throws, and the
 * rest are left for the next run.
 */
export async function dropPartitionsBefore(sql: Sql, month: Month): Promise<string[]> {
  const names = (await partitionNames(sql)).filter((name) => name < partitionName(month))
  const dropped: string[] = []
  for (const name of names) {
    const gone = await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(${PARTITION_LOCK})`
      await tx`select set_config('lock_timeout', ${DROP_PATIENCE}, true)`
      if (!(await tableExists(tx, name))) return false
      await tx`drop table ${tx(name)}`
      return true
    })
    if (gone) dropped.push(name)
  }
  await sql`delete from trial_event_default where trial_id < ${uuidFloor(startOf(month))}`
  return dropped
}

/** Of the months that have a partition, in the order of time. */
async function partitionNames(sql: ISql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where oid in (select inhrelid from pg_inherits where inhparent = 'trial_event'::regclass)
      and relname ~ '^trial_event_\\d{4}_\\d{2}$'
    order by relname`
  return rows.map(({ name }) => name)
}

/** The months that have a partition, in the order of time. */
export async function listPartitionMonths(sql: ISql): Promise<Month[]> {
  const names = await partitionNames(sql)
  return names.map((name) => ({ year: Number(name.slice(-7, -3)), month: Number(name.slice(-2)) }))
}

/** Reads pg_class itself, since to_regclass may answer from a cache filled before the lock was acquired. */
async function tableExists(sql: ISql, name: string): Promise<boolean> {
  const rows =
    await sql`select 1 from pg_class where oid in (select inhrelid from pg_inherits where inhparent = 'trial_event'::regclass) and relname = ${name}`
  return rows.length > 0
}

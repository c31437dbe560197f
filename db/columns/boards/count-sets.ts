import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope, Measuring } from '~/domain/insight/board-scope'
import type { TrialSet } from '~/domain/insight/trial-set'
import type { ColumnsReader } from '../columns-reader'
import { readOne } from './read-one'
import { trialsInSet } from './trial-set'

/** One counter for each of these sets, of anything grouped over the trials that their conditions read. */
export function setCounters(by: Measuring, conditions: Record<string, (by: Measuring) => SQL>): SQL {
  const counters = Object.entries(conditions).map(
    ([name, isIn]) => sql`${sql.identifier(name)} := (count(*) filter (where ${isIn(by)}))::integer`,
  )
  return sql`struct_pack(${sql.join(counters, sql`, `)})`
}

/** Trials of the scope in one set: how long its list is. */
export async function readSetCount(reader: ColumnsReader, scope: BoardScope, set: TrialSet): Promise<number> {
  const statement = sql`select count(*)::integer as count from ${trialsInSet(reader, scope, set)}`
  return (await readOne<{ count: number }>(reader, statement)).count
}

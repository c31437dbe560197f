import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope, Measuring } from '~/domain/insight/board-scope'
import type { ConversionCounts } from '~/domain/insight/conversion'
import type { Counts } from '~/domain/insight/count'
import type { TrialSet } from '~/domain/insight/trial-set'
import type { ColumnsReader } from '../columns-reader'
import { foundTrials } from './found-trials'
import { readOne } from './read-one'
import { scopedTrials } from './scoped-trials'
import { OWN_SET_CONDITIONS } from './trial-set'

/** How many trials are in each set that follows from the trial alone. */
export type OwnCounts = Record<keyof typeof OWN_SET_CONDITIONS, number>

/** The counts of all plain sets: those by conversion are the states of the trials as units. */
export function allCounts(ownSets: OwnCounts, { all: _all, ...goalSets }: ConversionCounts): Counts {
  return { ...ownSets, ...goalSets }
}

/** One counter for each of these sets, of anything grouped over trials. */
export function setCounters(by: Measuring, conditions: Record<string, (by: Measuring) => SQL>): SQL {
  const counters = Object.entries(conditions).map(
    ([name, isIn]) => sql`${sql.identifier(name)} := (count(*) filter (where ${isIn(by)}))::integer`,
  )
  return sql`struct_pack(${sql.join(counters, sql`, `)})`
}

/** Trials of the scope in each set that follows from the trial alone. */
export async function readOwnCounts(reader: ColumnsReader, scope: BoardScope): Promise<OwnCounts> {
  const statement = sql`
    select ${setCounters(scope, OWN_SET_CONDITIONS)} as counts from ${scopedTrials(reader, scope)} as trial`
  return (await readOne<{ counts: OwnCounts }>(reader, statement)).counts
}

/** Trials of the scope in one set, and of those that were searched for: how long its list is. */
export async function readSetCount(
  reader: ColumnsReader,
  scope: BoardScope,
  set: TrialSet,
  search?: string,
): Promise<number> {
  const statement = sql`select count(*)::integer as count from ${foundTrials(reader, { scope, set, search })}`
  return (await readOne<{ count: number }>(reader, statement)).count
}

import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { WayTally } from '~/domain/insight/way-figures'
import type { ColumnsReader } from '../../columns-reader'
import { courses } from '../../views'
import { COURSE_KEYS, LISTED_COURSE_KEYS } from '../family-keys'
import { scopedTrials } from '../scoped-trials'
import { PLAIN_SET_CONDITIONS } from '../trial-set'

interface Row {
  name: 'entered' | 'begun' | 'ended' | 'edges'
  key: string
  count: number
  known: number
  detoured: number
}

/** Counts the trials of the scope by states and steps, those of equal courses together. The oracle is `tallyWays`. */
export async function readWayTally(reader: ColumnsReader, scope: BoardScope): Promise<WayTally> {
  const keysOf = (name: Row['name'], keys: SQL) => sql`
    select ${name} as name, unnest(list_distinct(${keys})) as key, trials, known, detoured from followed as course`
  const rows = await reader.rows<Row>(sql`
    with counted as (
      select trial.course, count(*) as trials,
        count(*) filter (where ${PLAIN_SET_CONDITIONS['way-known'](scope)}) as known,
        count(*) filter (where ${PLAIN_SET_CONDITIONS.detoured(scope)}) as detoured
      from ${scopedTrials(reader, scope)} as trial group by trial.course),
    followed as materialized (
      select course.*, trials, known, detoured
      from counted join ${courses} as course on course.number = counted.course)
    select name, key, sum(trials)::integer as count, sum(known)::integer as known, sum(detoured)::integer as detoured
    from (
      ${keysOf('entered', COURSE_KEYS.entered(scope))}
      union all ${keysOf('begun', LISTED_COURSE_KEYS['begun-at']())}
      union all ${keysOf('ended', LISTED_COURSE_KEYS['ended-at']())}
      union all ${keysOf('edges', COURSE_KEYS.edge(scope))})
    group by name, key`)
  return tallyOf(rows)
}

function tallyOf(rows: readonly Row[]): WayTally {
  const of = (name: Row['name'], value: 'count' | 'known' | 'detoured') =>
    new Map(
      rows.flatMap((row) => (row.name === name && row[value] > 0 ? [[row.key, row[value]] as const] : [])),
    )
  return {
    entered: of('entered', 'count'),
    begun: of('begun', 'count'),
    ended: of('ended', 'count'),
    edges: of('edges', 'count'),
    known: of('edges', 'known'),
    detoured: of('edges', 'detoured'),
  }
}

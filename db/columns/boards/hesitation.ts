import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { HesitationTally } from '~/domain/insight/hesitation'
import type { ColumnsReader } from '../columns-reader'
import { PLACES, lowPlace, placesOf } from './median-places'
import { scopedTrials } from './scoped-trials'

interface Row {
  state: string
  trials: number
  below: number
  above: number
  low: number | null
  high: number | null
}

/** How long trials of the scope stood at each state, the most visited first. The oracle is `hesitationByState`. */
export async function readHesitation(reader: ColumnsReader, scope: BoardScope): Promise<HesitationTally[]> {
  const rows = await reader.rows<Row>(sql`
    with entered as (
      select trial.number, trial.wall_ms, unnest(trial.path) as state, unnest(trial.path_at_ms) as at_ms
      from ${scopedTrials(reader, scope)} as trial where len(trial.path_at_ms) = len(trial.path)),
    visit as (
      select number, state, at_ms, coalesce(
          min(at_ms) over (partition by number order by at_ms range between 1 following and unbounded following),
          wall_ms) as end_ms
      from entered),
    stood as (
      select state, number, avg(end_ms - at_ms) as ms from visit where end_ms > at_ms group by state, number),
    ranked as (
      select state, ms, row_number() over (partition by state order by ms, number) as place,
        count(*) over (partition by state) as size
      from stood),
    placed as (select *, ${lowPlace(sql`size::integer`, scope.rules)} as low_place from ranked)
    select state, count(*)::integer as trials, ${valuesAtPlaces()} from placed group by state
    order by trials desc, state`)
  return rows.map(({ state, trials, below, above, low, high }) => ({
    ...{ state, trials, median: below + 0.5 * (above - below) },
    interval: low === null || high === null ? null : { low, high },
  }))
}

function valuesAtPlaces(): SQL {
  const at = placesOf(sql`size`, sql`low_place`)
  return sql.join(
    PLACES.map(
      (name) => sql`(max(ms) filter (where place = ${at[name]}))::double as ${sql.identifier(name)}`,
    ),
    sql`, `,
  )
}

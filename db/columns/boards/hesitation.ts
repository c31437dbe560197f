import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { HesitationTally } from '~/domain/insight/hesitation'
import type { ColumnsReader } from '../columns-reader'
import { stepsAt } from '../views'
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
    with timed as (
      select trial.number, trial.started_ms + trial.wall_ms as last_ms from ${scopedTrials(reader, scope)} as trial
      where len(trial.path_at_ms) = len(trial.path)),
    visit as (
      select step.state, step.trial, coalesce(step.stood_ms, timed.last_ms - step.at_ms) as ms
      from ${stepsAt(reader)} as step join timed on timed.number = step.trial),
    stood as (select state, trial, avg(ms) as ms from visit where ms > 0 group by state, trial),
    sorted as (select state, list_sort(list(ms)) as times from stood group by state),
    placed as (
      select *, len(times)::integer as size, ${lowPlace(sql`len(times)::integer`, scope.rules)} as low_place from sorted)
    select state, size as trials, ${valuesAtPlaces()} from placed
    order by trials desc, state`)
  return rows.map(({ state, trials, below, above, low, high }) => ({
    ...{ state, trials, median: below + 0.5 * (above - below) },
    interval: low === null || high === null ? null : { low, high },
  }))
}

function valuesAtPlaces(): SQL {
  const at = placesOf(sql`size`, sql`low_place`)
  return sql.join(
    PLACES.map((name) => sql`times[${at[name]}] as ${sql.identifier(name)}`),
    sql`, `,
  )
}

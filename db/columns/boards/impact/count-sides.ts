import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ImpactSide } from '~/domain/insight/impact/impact-windows'
import type { ColumnsReader } from '../../columns-reader'
import { scopedTrials } from '../scoped-trials'
import { PLAIN_SET_CONDITIONS } from '../trial-set'

interface SideCounts {
  trials: number
  finished: number
}

/** How many trials of the scope belong to each side, and how many of them were finished, in the order of the sides. */
export async function readSideCounts(
  reader: ColumnsReader,
  scope: BoardScope,
  sides: readonly ImpactSide[],
): Promise<SideCounts[]> {
  if (sides.length === 0) return []
  const rows = await reader.rows<SideCounts & { place: number }>(sql`
    with side(place, revision, from_ms, until_ms) as (
      values ${sql.join(
        sides.map(
          ({ revision, from, until }, place) =>
            sql`(${place}::integer, ${revision}::integer, ${from.getTime()}::bigint, ${until.getTime()}::bigint)`,
        ),
        sql`, `,
      )})
    select side.place, count(*)::integer as trials,
      (count(*) filter (where ${PLAIN_SET_CONDITIONS.finished(scope)}))::integer as finished
    from side join ${scopedTrials(reader, scope)} as trial
      on trial.revision = side.revision and trial.started_ms >= side.from_ms and trial.started_ms < side.until_ms
    group by side.place`)
  const byPlace = new Map(rows.map(({ place, ...counts }) => [place, counts]))
  return sides.map((_, place) => byPlace.get(place) ?? { trials: 0, finished: 0 })
}

import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { SplitMeasure, SplitSideName } from '~/domain/insight/split/split-plan'
import type { SideTally, SplitClock } from '~/domain/insight/split/split-tally'
import type { ColumnsReader } from '../../columns-reader'
import { conversionsAt, exposuresAt, trialsAt } from '../../views'

/** The visitors of which split are tallied, and by what. */
export interface SplitScope {
  splitId: string
  measure: SplitMeasure
  /** The demo that is split: then its own trials alone count as finished. */
  demo: string | null
  clock: SplitClock
  /** Whether visitors with a simulated trial count. */
  simulated: boolean
}

/** What became of the visitors of each side; those with a flagged trial are left out. Equal to the oracle's `tallySplit`. */
export async function readSplitTally(
  reader: ColumnsReader,
  scope: SplitScope,
): Promise<Record<SplitSideName, SideTally>> {
  const { nowMs, followUpMs } = scope.clock
  const rows = await reader.rows<SideTally & { side: SplitSideName }>(sql`
    with own as (${countedExposures(reader, scope)}),
      told as (
        select own.visitor, own.side, own.at_ms + ${followUpMs} <= ${nowMs} as is_followed,
          coalesce(bool_or(moment.at_ms >= own.at_ms
            and moment.at_ms <= least(${nowMs}, own.at_ms + ${followUpMs})), false) as has_reached
        from own left join (${MOMENTS[scope.measure](reader, scope)}) as moment on moment.visitor = own.visitor
        group by all)
    select side, count(*)::integer as shown,
      count(*) filter (where is_followed)::integer as followed,
      count(*) filter (where is_followed and has_reached)::integer as reached,
      count(*) filter (where not is_followed and has_reached)::integer as early,
      count(*) filter (where not is_followed and not has_reached)::integer as open
    from told group by side`)
  const bySide = new Map(rows.map(({ side, ...tally }) => [side, tally]))
  return { control: bySide.get('control') ?? NOBODY, variant: bySide.get('variant') ?? NOBODY }
}

const NOBODY: SideTally = { shown: 0, followed: 0, reached: 0, early: 0, open: 0 }

function countedExposures(reader: ColumnsReader, { splitId, simulated }: SplitScope): SQL {
  const refused = simulated ? sql`trial.flagged` : sql`(trial.flagged or trial.simulated)`
  return sql`
    select exposure.visitor, exposure.side, exposure.at_ms from ${exposuresAt(reader)} as exposure
    where exposure.id = ${splitId}::uuid and exposure.visitor not in (
      select trial.visitor from ${trialsAt(reader)} as trial where ${refused})`
}

type Moments = (reader: ColumnsReader, scope: SplitScope) => SQL

/** The moments at which visitors did what the measure counts: (visitor, at_ms). */
const MOMENTS: Record<SplitMeasure, Moments> = {
  started: (reader) => sql`select trial.visitor, trial.started_ms as at_ms from ${trialsAt(reader)} as trial`,
  finished: (reader, { demo }) => sql`
    select trial.visitor, trial.finished_ms as at_ms from ${trialsAt(reader)} as trial
    where trial.outcome = 'success' and ${demo === null ? sql`true` : sql`trial.demo = ${demo}`}`,
  asked: (reader) => reported(reader, sql`conversion.source = 'browser'`),
  converted: (reader) => reported(reader, sql`conversion.source <> 'browser'`),
}

/** A browser only reports what was asked for; a system or a person confirms a conversion. */
const reported = (reader: ColumnsReader, condition: SQL): SQL => sql`
  select conversion.visitor, conversion.at_ms from ${conversionsAt(reader)} as conversion
  where not conversion.withdrawn and ${condition}`

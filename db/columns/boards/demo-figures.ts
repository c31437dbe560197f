import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ConversionTally } from '~/domain/insight/conversion'
import type { Counts } from '~/domain/insight/count'
import type { ColumnsReader } from '../columns-reader'
import type { TallyRow } from './conversion-tally'
import { tallyOf, tallyParts } from './conversion-tally'
import type { OwnCounts } from './count-sets'
import { allCounts, setCounters } from './count-sets'
import { keysOf, mapValues } from './map-values'
import { conversionUnits } from './measured-trials'
import { scopedTrials } from './scoped-trials'
import { OWN_SET_CONDITIONS, PLAIN_SET_CONDITIONS } from './trial-set'

/** Key figures of trials. */
export interface KeyFigures {
  counts: Counts
  medianActiveMs: number | null
  medianScore: number | null
  /** Of each trial by itself, whatever its goal. */
  conversion: ConversionTally
}

/** Of all trials, and the key figures of every demo that has any, by slug. */
export interface OverviewFigures extends Pick<KeyFigures, 'counts' | 'conversion'> {
  demos: ReadonlyMap<string, KeyFigures>
}

interface FiguresRow extends TallyRow {
  key: string
  /** Null in the row of the whole. */
  ownSets: OwnCounts | null
  medianActiveMs: number | null
  medianScore: number | null
}

/** The key figures of the scope, in one statement. Sets by conversion are the states of the tally. */
export async function readOverviewFigures(
  reader: ColumnsReader,
  scope: BoardScope,
): Promise<OverviewFigures> {
  const units = conversionUnits(reader, scope, { unit: 'trial' })
  const rows = await reader.rows<FiguresRow>(sql`
    with ${tallyParts(scope, units, 'demo')},
    figure as (
      select trial.demo as key, ${setCounters(scope, OWN_SET_CONDITIONS)} as "ownSets",
        quantile_cont(trial.active_ms, 0.5) as "medianActiveMs", quantile_cont(trial.score, 0.5) as "medianScore"
      from ${scopedTrials(reader, scope)} as trial group by trial.demo)
    select * from tally left join figure using (key)`)
  const demos = new Map<string, KeyFigures>()
  for (const row of rows) if (row.ownSets) demos.set(row.key, figuresOf(row, row.ownSets))
  const whole = rows.find(({ ownSets }) => ownSets === null)
  if (!whole) throw new Error('The whole has no row.')
  return { counts: sumCounts(demos.values()), conversion: tallyOf(whole), demos }
}

function figuresOf({ medianActiveMs, medianScore, ...tally }: FiguresRow, ownSets: OwnCounts): KeyFigures {
  const counts = allCounts(ownSets, tally.states)
  return { counts, medianActiveMs, medianScore, conversion: tallyOf(tally) }
}

function sumCounts(parts: Iterable<Pick<KeyFigures, 'counts'>>): Counts {
  const sum = mapValues(PLAIN_SET_CONDITIONS, () => 0)
  for (const { counts } of parts) for (const name of keysOf(sum)) sum[name] += counts[name]
  return sum
}

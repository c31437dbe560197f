import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ConversionTally } from '~/domain/insight/conversion'
import type { Counts } from '~/domain/insight/count'
import type { ColumnsReader } from '../columns-reader'
import type { TallyRow } from './conversion-tally'
import { tallyOf, tallyParts } from './conversion-tally'
import { setCounters } from './count-sets'
import { keysOf, mapValues } from './map-values'
import { measuredTrials } from './measured-trials'
import { PLAIN_SET_CONDITIONS } from './trial-set'

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
  /** The figures are null in the row of the whole. */
  counts: Counts | null
  medianActiveMs: number | null
  medianScore: number | null
}

/** The key figures of the scope, in one statement. */
export async function readOverviewFigures(
  reader: ColumnsReader,
  scope: BoardScope,
): Promise<OverviewFigures> {
  const trials = measuredTrials(reader, scope)
  const rows = await reader.rows<FiguresRow>(sql`
    with ${tallyParts(scope, trials, 'demo')},
    figure as (
      select trial.demo as key, ${setCounters(scope)} as counts,
        quantile_cont(trial.active_ms, 0.5) as "medianActiveMs", quantile_cont(trial.score, 0.5) as "medianScore"
      from ${trials} as trial group by trial.demo)
    select * from tally left join figure using (key)`)
  const demos = new Map(
    rows.flatMap((row): [string, KeyFigures][] =>
      row.counts ? [[row.key, figuresOf(row, row.counts)]] : [],
    ),
  )
  const whole = rows.find(({ counts }) => counts === null)
  if (!whole) throw new Error('The whole has no row.')
  return { counts: sumCounts(demos.values()), conversion: tallyOf(whole), demos }
}

const figuresOf = ({ medianActiveMs, medianScore, ...tally }: FiguresRow, counts: Counts): KeyFigures => ({
  ...{ counts, medianActiveMs, medianScore },
  conversion: tallyOf(tally),
})

function sumCounts(parts: Iterable<Pick<KeyFigures, 'counts'>>): Counts {
  const sum = mapValues(PLAIN_SET_CONDITIONS, () => 0)
  for (const { counts } of parts) for (const name of keysOf(sum)) sum[name] += counts[name]
  return sum
}

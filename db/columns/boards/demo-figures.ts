import { sql } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ConversionTally } from '~/domain/insight/conversion'
import type { Counts } from '~/domain/insight/count'
import type { ColumnsReader } from '../columns-reader'
import type { TallyRow } from './conversion-tally'
import { tallyOf, tallyParts } from './conversion-tally'
import { setCounters } from './count-sets'
import { measuredTrials } from './measured-trials'

/** Key figures of trials. */
export interface KeyFigures {
  counts: Counts
  medianActiveMs: number | null
  medianScore: number | null
  /** Of each trial by itself, whatever its goal. */
  conversion: ConversionTally
}

/** The key figures of all trials, and of every demo that has any by its slug. */
export interface OverviewFigures {
  whole: KeyFigures
  demos: ReadonlyMap<string, KeyFigures>
}

interface FiguresRow extends TallyRow {
  key: string
  counts: Counts
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
      select coalesce(trial.demo, '') as key, ${setCounters(scope)} as counts,
        quantile_cont(trial.active_ms, 0.5) as "medianActiveMs", quantile_cont(trial.score, 0.5) as "medianScore"
      from ${trials} as trial group by grouping sets ((), (trial.demo)))
    select * from figure join tally using (key)`)
  const figures = new Map(rows.map((row) => [row.key, figuresOf(row)]))
  const whole = figures.get('')
  if (!whole) throw new Error('The whole has no figures.')
  figures.delete('')
  return { whole, demos: figures }
}

const figuresOf = ({ counts, medianActiveMs, medianScore, ...tally }: FiguresRow): KeyFigures => ({
  ...{ counts, medianActiveMs, medianScore },
  conversion: tallyOf(tally),
})

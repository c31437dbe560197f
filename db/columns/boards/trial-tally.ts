import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { ConversionTally } from '~/domain/insight/conversion'
import type { DemoTally } from '~/domain/insight/demo-measures'
import type { Quantiles } from '~/domain/insight/quantile'
import type { ColumnsReader } from '../columns-reader'
import type { TallyRow } from './conversion-tally'
import { tallyOf, tallyParts } from './conversion-tally'
import { readCountsByDay } from './count-by-day'
import { readCountsByFamily } from './count-by-family'
import type { OwnCounts } from './count-sets'
import { allCounts, setCounters } from './count-sets'
import { conversionUnits } from './measured-trials'
import { readOne } from './read-one'
import { scopedTrials } from './scoped-trials'
import { OWN_SET_CONDITIONS } from './trial-set'

/** What a demo's board is computed from, and what each trial came to by itself, whatever its goal. */
export interface TrialTally extends DemoTally {
  conversion: ConversionTally
}

/** Counts the trials of the scope as the oracles `tallyTrials` and `tallyConversion` do, except for rare paths. */
export async function readTrialTally(reader: ColumnsReader, scope: BoardScope): Promise<TrialTally> {
  const [totals, byKey, days] = await Promise.all([
    readTotals(reader, scope),
    readCountsByFamily(reader, scope),
    readCountsByDay(reader, scope),
  ])
  return { ...totals, byKey, days }
}

interface TotalsRow extends TallyRow {
  ownSets: OwnCounts
  activeMs: Spread
  wallMs: Spread
  score: Spread
  stepTotal: number
  detourTotal: number
}

interface Spread {
  count: number
  /** The median, p75 and p95; null without values. */
  quantiles: [number, number, number] | null
}

async function readTotals(
  reader: ColumnsReader,
  scope: BoardScope,
): Promise<Omit<TrialTally, 'byKey' | 'days'>> {
  const units = conversionUnits(reader, scope, { unit: 'trial' })
  const row = await readOne<TotalsRow>(
    reader,
    sql`
      with ${tallyParts(scope, units, 'whole')},
      figure as (
        select ${setCounters(scope, OWN_SET_CONDITIONS)} as "ownSets", ${spread(sql`trial.active_ms`)} as "activeMs",
          ${spread(sql`trial.wall_ms`)} as "wallMs", ${spread(sql`trial.score`)} as score,
          coalesce(sum(trial.steps) filter (where trial.detours is not null), 0)::double as "stepTotal",
          coalesce(sum(trial.detours), 0)::double as "detourTotal"
        from ${scopedTrials(reader, scope)} as trial)
      from figure cross join tally`,
  )
  return {
    counts: allCounts(row.ownSets, row.states),
    activeMs: quantilesOf(row.activeMs),
    wallMs: quantilesOf(row.wallMs),
    score: quantilesOf(row.score),
    steps: { steps: row.stepTotal, detours: row.detourTotal },
    conversion: tallyOf(row),
  }
}

const spread = (value: SQL): SQL => sql`
  struct_pack(count := count(${value})::integer, quantiles := quantile_cont(${value}, [0.5, 0.75, 0.95]))`

function quantilesOf({ count, quantiles }: Spread): Quantiles {
  const [median, p75, p95] = quantiles ?? [null, null, null]
  return { count, median, p75, p95 }
}

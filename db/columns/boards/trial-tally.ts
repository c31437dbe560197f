import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { Counts } from '~/domain/insight/count'
import type { DemoTally } from '~/domain/insight/demo-measures'
import type { Quantiles } from '~/domain/insight/quantile'
import type { ColumnsReader } from '../columns-reader'
import { readCountsByDay } from './count-by-day'
import { readCountsByFamily } from './count-by-family'
import { setCounters } from './count-sets'
import { measuredTrials } from './measured-trials'
import { readOne } from './read-one'
import { PLAIN_SET_CONDITIONS } from './trial-set'

/** Counts the trials of the scope as the oracle `tallyTrials` does, except for rare paths. */
export async function readTrialTally(reader: ColumnsReader, scope: BoardScope): Promise<DemoTally> {
  const [totals, byKey, days] = await Promise.all([
    readTotals(reader, scope),
    readCountsByFamily(reader, scope),
    readCountsByDay(reader, scope),
  ])
  return { ...totals, byKey, days }
}

interface TotalsRow {
  counts: Counts
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
): Promise<Omit<DemoTally, 'byKey' | 'days'>> {
  const { counts, activeMs, wallMs, score, stepTotal, detourTotal } = await readOne<TotalsRow>(
    reader,
    sql`
      select ${setCounters(scope, PLAIN_SET_CONDITIONS)} as counts, ${spread(sql`trial.active_ms`)} as "activeMs",
        ${spread(sql`trial.wall_ms`)} as "wallMs", ${spread(sql`trial.score`)} as score,
        coalesce(sum(trial.steps) filter (where trial.detours is not null), 0)::double as "stepTotal",
        coalesce(sum(trial.detours), 0)::double as "detourTotal"
      from ${measuredTrials(reader, scope)} as trial`,
  )
  const steps = { steps: stepTotal, detours: detourTotal }
  return {
    counts,
    activeMs: quantilesOf(activeMs),
    wallMs: quantilesOf(wallMs),
    score: quantilesOf(score),
    steps,
  }
}

const spread = (value: SQL): SQL => sql`
  struct_pack(count := count(${value})::integer, quantiles := quantile_cont(${value}, [0.5, 0.75, 0.95]))`

function quantilesOf({ count, quantiles }: Spread): Quantiles {
  const [median, p75, p95] = quantiles ?? [null, null, null]
  return { count, median, p75, p95 }
}

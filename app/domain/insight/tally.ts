import { countByKey, countSets } from './count'
import { countByDay } from './trend'
import type { DemoTally } from './demo-measures'
import { stepTotals } from './detour'
import { quantiles } from './quantile'
import { recordOf } from './record-of'
import type { MeasureClock, MeasuredTrial } from './measured-trial'
import { TALLIED_FAMILIES } from './trial-set'

/** The oracle: counts an array of trials. The database must give the same numbers. */
export function tallyTrials(
  rows: readonly MeasuredTrial[],
  clock: MeasureClock,
  timeZone: string,
): DemoTally {
  return {
    counts: countSets(rows, clock),
    byKey: recordOf(TALLIED_FAMILIES, (family) => countByKey(rows, family, clock)),
    activeMs: quantiles(rows.map((row) => row.activeMs)),
    wallMs: quantiles(rows.map((row) => row.wallMs)),
    score: quantiles(rows.flatMap(({ score }) => (score === null ? [] : [score]))),
    steps: stepTotals(rows),
    days: countByDay(rows, timeZone),
  }
}

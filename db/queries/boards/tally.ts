import type { Executor } from '#db/client'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { DayCounts } from '~/domain/insight/daily-trials'
import type { DemoTally } from '~/domain/insight/demo-measures'
import type { SetFamily } from '~/domain/insight/trial-set'
import { SET_FAMILIES } from '~/domain/insight/trial-set'
import { countByDay } from './count-by-day'
import { countByKeys } from './count-by-key'
import { countSets } from './count-sets'
import { trialQuantiles } from './trial-quantiles'

/** Whole paths are as many as people are different: only the most taken are read. */
const PATHS_READ = 200

const BOUNDED = SET_FAMILIES.filter((family): family is Exclude<SetFamily, 'path'> => family !== 'path')

/** Counts the trials of the scope. Equal to the oracle's `tallyTrials`, but for rare paths beyond the first 200. */
export async function tallyTrials(db: Executor, scope: BoardScope): Promise<DemoTally> {
  const [counts, bounded, paths, quantiles, days] = await Promise.all([
    countSets(db, scope),
    countByKeys(db, scope, BOUNDED),
    countByKeys(db, scope, ['path'], PATHS_READ),
    trialQuantiles(db, scope),
    countByDay(db, scope),
  ])
  return { counts, byKey: { ...bounded, ...paths }, ...quantiles, days: sumDays([...days.values()]) }
}

function sumDays(demos: DayCounts[]): DayCounts {
  const sum = new Map<string, number>()
  for (const days of demos) {
    for (const [day, count] of days) sum.set(day, (sum.get(day) ?? 0) + count)
  }
  return sum
}

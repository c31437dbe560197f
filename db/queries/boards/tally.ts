import type { Executor } from '#db/client'
import type { BoardScope } from '~/domain/insight/board-scope'
import type { KeyCounts } from '~/domain/insight/count'
import type { DemoTally } from '~/domain/insight/demo-measures'
import type { SetFamily } from '~/domain/insight/trial-set'
import { readCountsByDay } from './count-by-day'
import { readCountsByKey } from './count-by-key'
import { readSetCounts } from './count-sets'
import { keysOf, mapValues } from './map-values'
import { trialQuantiles } from './trial-quantiles'
import { SET_FAMILY_KEYS } from './trial-set'

/** There can be as many paths as trials, so only the most frequent are read. */
const PATHS_READ = 200

/**
 * Counts the trials of the scope as the oracle `tallyTrials` does, except for rare paths beyond the first 200. Uses
 * two connections at most, since collecting events has priority.
 */
export async function readTrialTally(db: Executor, scope: BoardScope): Promise<DemoTally> {
  const [byKey, rest] = await Promise.all([countFamilies(db, scope), tallyRest(db, scope)])
  return { byKey, ...rest }
}

async function countFamilies(db: Executor, scope: BoardScope): Promise<Record<SetFamily, KeyCounts>> {
  const counted = new Map<SetFamily, KeyCounts>()
  for (const family of keysOf(SET_FAMILY_KEYS)) {
    counted.set(family, await readCountsByKey(db, scope, family, family === 'path' ? PATHS_READ : undefined))
  }
  return mapValues(SET_FAMILY_KEYS, (_keys, family) => counted.get(family) ?? new Map())
}

async function tallyRest(db: Executor, scope: BoardScope): Promise<Omit<DemoTally, 'byKey'>> {
  const counts = await readSetCounts(db, scope)
  const quantiles = await trialQuantiles(db, scope)
  const days = await readCountsByDay(db, scope)
  return { counts, ...quantiles, days }
}

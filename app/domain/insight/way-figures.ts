import { countByKey } from './count'
import { mostFirst, type KeyCounts } from './key-counts'
import type { MeasureClock, MeasuredTrial } from './measured-trial'
import { proportion, type Proportion } from './proportion'
import { isInSet } from './set-membership'
import { STEP_MARK } from './trial-set'

/** Trials by the states they entered, began at and ended at, and by the steps they took. */
export interface WayTally {
  entered: KeyCounts
  begun: KeyCounts
  ended: KeyCounts
  edges: KeyCounts
  /** By step, the trials whose detours are known, and those of them that took any. */
  known: KeyCounts
  detoured: KeyCounts
}

/** How many trials entered a state, and of those how many began and how many ended there. */
export interface StateWays {
  state: string
  entered: number
  begun: number
  ended: number
}

/** A step with its share of the trials that entered `from`, and how many of those who took it took a detour anywhere. */
export interface StepWays extends Proportion {
  key: string
  from: string
  to: string
  detour: Proportion
}

/** The oracle: counts trials. */
export function tallyWays(rows: readonly MeasuredTrial[], clock: MeasureClock): WayTally {
  const within = (name: 'way-known' | 'detoured') => rows.filter((row) => isInSet({ name }, row, clock))
  return {
    entered: countByKey(rows, 'entered', clock),
    begun: countByKey(rows, 'begun-at', clock),
    ended: countByKey(rows, 'ended-at', clock),
    edges: countByKey(rows, 'edge', clock),
    known: countByKey(within('way-known'), 'edge', clock),
    detoured: countByKey(within('detoured'), 'edge', clock),
  }
}

/** The states, the most entered first. */
export function stateWays({ entered, begun, ended }: WayTally): StateWays[] {
  return mostFirst(entered).map(([state, count]) => ({
    state,
    entered: count,
    begun: begun.get(state) ?? 0,
    ended: ended.get(state) ?? 0,
  }))
}

/** The steps, the most taken first. */
export function stepWays({ entered, edges, known, detoured }: WayTally): StepWays[] {
  return mostFirst(edges).map(([key, count]) => {
    const [from = '', to = ''] = key.split(STEP_MARK)
    const detour = proportion(detoured.get(key) ?? 0, known.get(key) ?? 0)
    return { key, from, to, ...proportion(count, entered.get(from) ?? 0), detour }
  })
}

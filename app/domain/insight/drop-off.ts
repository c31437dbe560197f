import { mostFirst, type KeyCounts } from './key-counts'
import type { Proportion } from './proportion'
import { proportion } from './proportion'

export interface StateDropOff extends Proportion {
  state: string
}

/**
 * Drop-off at a state = trials whose last state it is, unfinished and idle for over 30 minutes ÷ trials that entered
 * it. Every state that was entered, the most entered first.
 */
export function dropOffByState(entered: KeyCounts, droppedAt: KeyCounts): StateDropOff[] {
  return mostFirst(entered).map(([state, count]) => ({
    state,
    ...proportion(droppedAt.get(state) ?? 0, count),
  }))
}

import type { Ways } from './ways'

/**
 * What a step is, measured against the remaining way: `free` is a choice that is the prospect's own, `detour` any other step
 * after which the way is no shorter, `unknown` one from or to where nothing was explored.
 */
export type StepMark = 'ideal' | 'free' | 'detour' | 'unknown'

/** One step on its way: what it was, and how many states of the run's path had been stood in after it. */
type WayStep = { readonly mark: StepMark; readonly stood: number }

/** Where a run stands on the graph of its proof. Immutable. */
export type Way = {
  readonly ways: Ways
  /** How many states of the run's path it began in. */
  readonly begun: number
  /** Its place; null from the first event on that the proof did not see. */
  readonly place: number | null
  /** One for each step so far. */
  readonly steps: readonly WayStep[]
  /** States whose free choice was made since they were entered. */
  readonly chosen: readonly string[]
}

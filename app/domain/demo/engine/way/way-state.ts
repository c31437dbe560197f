import type { Ways } from './ways'

/**
 * How a step compares with the remaining way: `free` is the prospect's own choice, `detour` any other step after which
 * the way is no shorter, `unknown` one from or to an unexplored configuration.
 */
export type StepMark = 'ideal' | 'free' | 'detour' | 'unknown'

/** One step on the way: its mark, and the length of the run's path after it. */
type WayStep = { readonly mark: StepMark; readonly stood: number }

/** The place of a run on the way graph of its proof. Immutable. */
export type Way = {
  readonly ways: Ways
  /** The length of the run's path at the start. */
  readonly begun: number
  /** Its place; null from the first event on that the proof did not explore. */
  readonly place: number | null
  /** One for each step so far, without undone and shown ones. */
  readonly steps: readonly WayStep[]
  /** The marks of undone steps: undoing is going back, so a detour stays one. */
  readonly undone: readonly StepMark[]
  /** States whose free choice was made since they were entered. */
  readonly chosen: readonly string[]
}

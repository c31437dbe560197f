/** Two steps closer together than this are one too quick for reading, moving and pressing. */
export const QUICK_STEP_MS = 150

/** So many quick steps in a row no person takes. A double press makes one. */
export const QUICK_STEPS = 6

/** A step may claim to have happened so much later than the server's clock allows: for drift between two clocks. */
export const AHEAD_MS = 10_000

/** How quickly a trial has gone so far. Folded over the trace, so that a replay gives the same. */
export type Pace = {
  /** `at` of the last step, in milliseconds since the trial began. */
  readonly lastAt: number | null
  /** Quick steps in a row, up to now. */
  readonly quick: number
  readonly impossible: boolean
}

export const INITIAL_PACE: Pace = { lastAt: null, quick: 0, impossible: false }

/**
 * The pace after one more accepted step. Impossible, once and for all, are `QUICK_STEPS` steps in a row that each follow
 * the one before within `QUICK_STEP_MS`, and a step whose `at` lies more than `AHEAD_MS` after the time that had really
 * passed (`elapsedMs`, by the server's clock) when it arrived. All in milliseconds since the trial began.
 */
export function advancePace(pace: Pace, step: { at: number; elapsedMs: number }): Pace {
  const isQuick = pace.lastAt !== null && step.at - pace.lastAt < QUICK_STEP_MS
  const quick = isQuick ? pace.quick + 1 : 0
  const isAhead = step.at > step.elapsedMs + AHEAD_MS
  return { lastAt: step.at, quick, impossible: pace.impossible || quick >= QUICK_STEPS || isAhead }
}

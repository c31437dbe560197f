/** Two steps closer together than this are too fast for reading, moving and pressing. */
export const QUICK_STEP_MS = 150

/** No person takes so many fast steps in a row. A double press is one fast step. */
const QUICK_STEPS = 6

/** Fewer steps have no meaningful mean pace: a trial may begin with a double press. */
export const FEWEST_STEPS = 3

/** A step may claim to have happened so much later than it arrived, to allow for rounding and clock corrections. */
export const AHEAD_MS = 1_000

/** Clocks of ordinary machines drift apart by less than this share of the elapsed time. */
const DRIFT = 0.001

/** The pace of a trial so far. Folded over the trace, so that a replay gives the same. */
export type Pace = {
  /** The latest possible time of the last step, in milliseconds since the trial began. */
  readonly lastAt: number | null
  /** Quick steps in a row, up to now. */
  readonly quick: number
  readonly steps: number
  readonly impossible: boolean
}

export const INITIAL_PACE: Pace = { lastAt: null, quick: 0, steps: 0, impossible: false }

/**
 * The pace after one more accepted step that claims to have happened at `at` and arrived `elapsedMs` after the trial began, by
 * the server's clock. A step can have happened long before it arrived (a network was away), never after. So it is taken
 * to have happened when it claims, at the latest when it arrived. Impossible, once and for all, are
 *
 * - `QUICK_STEPS` steps in a row that each follow the one before within `QUICK_STEP_MS`,
 * - more steps than fit between the trial's start and their arrival, one each `QUICK_STEP_MS`,
 * - a step that claims to have happened after it arrived, by more than two clocks may differ.
 */
export function advancePace(pace: Pace, { at, elapsedMs }: { at: number; elapsedMs: number }): Pace {
  const passed = Math.max(0, elapsedMs)
  const drift = passed * DRIFT
  const happened = Math.max(pace.lastAt ?? 0, Math.min(at, passed + drift))
  const isQuick = pace.lastAt !== null && happened - pace.lastAt < QUICK_STEP_MS
  const quick = isQuick ? pace.quick + 1 : 0
  const steps = pace.steps + 1
  const isTooMany = steps >= FEWEST_STEPS && steps * QUICK_STEP_MS > passed + drift
  const isAhead = at > passed + drift + AHEAD_MS
  const impossible = pace.impossible || quick >= QUICK_STEPS || isTooMany || isAhead
  return { lastAt: happened, quick, steps, impossible }
}

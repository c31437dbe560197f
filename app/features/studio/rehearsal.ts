/** How the last trials of the live revision would fare on the draft. */
export interface Rehearsal {
  /** Number of the live revision. */
  revision: number
  trials: number
  /** Trials whose every event the draft takes. */
  through: number
  /** Where the others stop, most first: the state in which they stand, or null when they cannot even begin. */
  stops: { state: string | null; trials: number }[]
}

import type { Stop } from '~/domain/demo/proof/rehearse-traces'

/** How the last trials of the live revision would fare on the draft. */
export interface Rehearsal {
  /** Number of the live revision. */
  revision: number
  trials: number
  /** Trials whose every event the draft takes. */
  through: number
  /** Where the others stop, most first. */
  stops: Stop[]
}

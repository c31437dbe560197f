import type { Stop } from '~/domain/demo/proof/rehearse-traces'

/** The rehearsal of the last trials of the live revision on the draft. */
export interface Rehearsal {
  /** Number of the live revision. */
  revision: number
  trials: number
  /** Trials whose every event the draft accepts. */
  through: number
  /** Where the others stop, the most frequent first. */
  stops: Stop[]
}

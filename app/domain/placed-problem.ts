import type { Locale } from './text'

/** What is wrong at one place of a document. */
export interface PlacedProblem {
  /** Path in the document, e.g. `machine.states.pick.on.SHIP.0.if`; empty for the document itself. */
  at: string
  message: string
  /** The locale of the message and the steps; English when absent. */
  lang?: Locale
  severity: 'error' | 'warning'
  /** 1-based, where the document came from a text. */
  line?: number
  column?: number
  /** Steps that lead there, as sentences a person can follow. */
  steps?: string[]
}

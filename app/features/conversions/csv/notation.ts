import type { DecimalSign } from './read-amount'
import type { DayOrder } from './read-date'

/** How the days and amounts of a file are written; null where no cell shows it and nobody said it. */
export interface Notation {
  dayOrder: DayOrder | null
  decimalSign: DecimalSign | null
}

/** What of the notation a person must choose, because a cell can be read in two ways, or has chosen. */
export type NotationQuestion = keyof Notation

import type { DecimalSign } from './read-amount'
import type { DayOrder } from './read-date'

/** How dates and amounts in a file are written; null when unknown. */
export interface Notation {
  dayOrder: DayOrder | null
  decimalSign: DecimalSign | null
}

/** The notations a person must choose, because a cell is ambiguous, or has chosen. */
export type NotationQuestion = keyof Notation

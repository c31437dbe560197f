import type { TrialRow } from './trial-row'

/** States entered in all trials, and how many of them the ideal path does not need. */
export interface StepTotals {
  entered: number
  detours: number
}

export function stepTotals(rows: readonly TrialRow[]): StepTotals {
  return {
    entered: rows.reduce((sum, row) => sum + row.path.length, 0),
    detours: rows.reduce((sum, row) => sum + row.detours, 0),
  }
}

/** Detour = states entered beyond the ideal path of that plan ÷ states entered. Null when none was entered. */
export function detourShare({ entered, detours }: StepTotals): number | null {
  return entered === 0 ? null : detours / entered
}

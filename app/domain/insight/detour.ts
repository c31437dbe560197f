import type { MeasuredTrial } from './measured-trial'

/** Totals over trials whose detours are known: their steps, and how many of those were detours. */
export interface StepTotals {
  steps: number
  detours: number
}

export function stepTotals(rows: readonly MeasuredTrial[]): StepTotals {
  const known = rows.filter(({ detours }) => detours !== null)
  return {
    steps: known.reduce((sum, row) => sum + row.steps, 0),
    detours: known.reduce((sum, row) => sum + (row.detours ?? 0), 0),
  }
}

/** Detours ÷ steps. Null when there was no step. */
export function detourShare({ steps, detours }: StepTotals): number | null {
  return steps === 0 ? null : detours / steps
}

import type { MeasuredTrial } from './measured-trial'

/** Totals over trials whose detours are known: their steps, and how many of those were detours. */
export interface StepTotals {
  steps: number
  detours: number
}

export function stepTotals(rows: readonly MeasuredTrial[]): StepTotals {
  const totals = { steps: 0, detours: 0 }
  for (const { steps, detours } of rows) {
    if (detours === null) continue
    totals.steps += steps
    totals.detours += detours
  }
  return totals
}

/** Detours ÷ steps. Null when there was no step. */
export function detourShare({ steps, detours }: StepTotals): number | null {
  return steps === 0 ? null : detours / steps
}

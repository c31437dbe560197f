import { quantile } from '../quantile'
import type { PropValue } from './funnel-history'

/** Of one step: how many units reached it, and the time from the step before. Step 1 has no time, nor has one that nobody reached. */
export interface FunnelStep {
  count: number
  medianSeconds: number | null
  meanSeconds: number | null
}

/** The units of one value; null: without one. */
export interface FunnelGroup {
  value: PropValue | null
  steps: FunnelStep[]
}

export interface FunnelResult {
  steps: FunnelStep[]
  breakdown?: FunnelGroup[]
}

/** From the instants at which each unit did its steps, as far as it got. */
export function stepsOf(runs: readonly (readonly number[])[], steps: number): FunnelStep[] {
  return Array.from({ length: steps }, (_, step) => {
    const reached = runs.filter((run) => run.length > step)
    const times = step === 0 ? [] : reached.map((run) => (run[step] ?? 0) - (run[step - 1] ?? 0))
    const median = quantile(times, 0.5)
    return {
      count: reached.length,
      medianSeconds: median === null ? null : median / 1_000,
      meanSeconds: times.length === 0 ? null : sumOf(times) / times.length / 1_000,
    }
  })
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** Groups in the order of their values as JSON writes them, those without a value last. */
export function compareGroups(a: FunnelGroup, b: FunnelGroup): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
  return JSON.stringify(a.value) < JSON.stringify(b.value) ? -1 : 1
}

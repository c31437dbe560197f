import { minus, remainder } from '../expression/decimal'

type Steps = { min?: number | null; whole?: boolean; step?: number | null }

/** Why a number does not fit the steps of a field: it has decimals, or is between two steps. Null when it fits. */
export function stepProblem({ min, whole, step }: Steps, value: number): 'whole' | 'step' | null {
  if (whole && !Number.isInteger(value)) return 'whole'
  if (step === undefined || step === null) return null
  return remainder(minus(value, min ?? 0), step) === 0 ? null : 'step'
}

/** The first number from `from` on that the field accepts, used to prefill it. */
export function firstOnSteps({ min, whole, step }: Steps, from: number): number {
  const least = min ?? from
  if (stepProblem({ min, whole, step }, least) === null) return least
  return Math.ceil(least / (step ?? 1)) * (step ?? 1)
}

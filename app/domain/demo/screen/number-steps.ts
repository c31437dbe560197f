import { minus, remainder } from '../expression/decimal'

type Steps = { min?: number | null; whole?: boolean; step?: number | null }

/** Why a number is not one that a field of these steps takes: it has decimals, or lies between two steps. Null when it is. */
export function stepProblem({ min, whole, step }: Steps, value: number): 'whole' | 'step' | null {
  if (whole && !Number.isInteger(value)) return 'whole'
  if (step === undefined || step === null) return null
  return remainder(minus(value, min ?? 0), step) === 0 ? null : 'step'
}

/** The first number from `from` on that the field takes: what it is filled in with when nobody says more. */
export function firstOnSteps({ min, whole, step }: Steps, from: number): number {
  const least = min ?? from
  if (stepProblem({ min, whole, step }, least) === null) return least
  return Math.ceil(least / (step ?? 1)) * (step ?? 1)
}

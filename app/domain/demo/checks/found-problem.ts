import type { Problem, ProblemCode } from '../format/problem'

/** A problem before its line is known. `offset` is where inside an expression it is. */
export type FoundProblem = Problem & { offset?: number }

export function error(code: ProblemCode, at: string, message: string): FoundProblem {
  return { code, at, message, severity: 'error' }
}

export function warning(code: ProblemCode, at: string, message: string): FoundProblem {
  return { code, at, message, severity: 'warning' }
}

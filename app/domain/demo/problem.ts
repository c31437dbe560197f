/** Every reason for which a demo can be found wanting, by its author, before it is published. */
export const PROBLEM_CODES = [
  // source
  'source-too-large',
  'yaml-syntax',
  'yaml-duplicate-key',
  'yaml-alias',
  'invalid-shape',
  'unknown-key',
  // references
  'unknown-screen',
  'unknown-guide',
  'unknown-tip',
  'unknown-role',
  'unknown-plan',
  'unknown-target',
  'unknown-state',
  'unknown-nav',
  'unknown-image',
  'unknown-world-path',
  'unknown-field',
  'unknown-feature',
  'duplicate-state',
  'duplicate-field',
  'invalid-state',
  'invalid-sample',
  'event-never-sent',
  'event-never-taken',
  'reserved-event',
  'unused-screen',
  'unused-tip',
  'missing-locale',
  'missing-samples',
  // expressions
  'expression-syntax',
  'expression-type',
  'expression-too-large',
  // proof
  'unreachable-state',
  'untaken-transition',
  'undone-task',
  'stranded',
  'no-success',
  'budget-exhausted',
  'expression-failed',
  'unknown-entitlement',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** One thing that is wrong with a demo: where it is, what is wrong and what would be right. */
export type Problem = {
  code: ProblemCode
  /** Path in the document, e.g. `machine.states.pick.on.SHIP.0.if`; empty for the document itself. */
  at: string
  'unused-entitlement',
  message: string
  severity: 'error' | 'warning'
  /** 1-based, where the document came from a text. */
  line?: number
  column?: number
  /** Steps that lead there, as sentences a person can follow. */
  steps?: string[]
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error')
}

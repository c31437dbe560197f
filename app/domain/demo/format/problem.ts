import type { PlacedProblem } from '~/domain/placed-problem'

/** Codes of what a proof finds: problems that show only when the demo runs. */
export const PROOF_CODES = [
  'unreachable-state',
  'untaken-transition',
  'transition-without-control',
  'control-without-taker',
  'guard-never-true',
  'guard-never-false',
  'undone-task',
  'task-done-at-start',
  'task-undone-later',
  'stranded',
  'dead-end',
  'parallel-blocked',
  'no-success',
  'budget-exhausted',
  'expression-failed',
] as const

export type ProofCode = (typeof PROOF_CODES)[number]

/** Codes of every problem that an author can be shown before a demo is published. */
export const PROBLEM_CODES = [
  // source
  'source-too-large',
  'yaml-syntax',
  'yaml-duplicate-key',
  'yaml-alias',
  'yaml-silent-change',
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
  'unknown-event',
  'unknown-nav',
  'look-sends',
  'unknown-world-path',
  'unknown-field',
  'unknown-feature',
  'unknown-entitlement',
  'duplicate-state',
  'duplicate-field',
  'invalid-state',
  'invalid-sample',
  'event-never-sent',
  'event-never-taken',
  'reserved-event',
  'unused-screen',
  'unused-tip',
  'unused-entitlement',
  'missing-locale',
  'missing-samples',
  // expressions
  'expression-syntax',
  'expression-type',
  'expression-too-large',
  'clock-in-condition',
  ...PROOF_CODES,
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** One problem of a demo: where it is, what is wrong and what would be right. */
export type Problem = PlacedProblem & { code: ProblemCode }

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error')
}

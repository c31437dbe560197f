import type { TaskWork } from '~/domain/demo/compare/task-work'

/** What each task takes on the plan tried and on another, where the proofs of both know it. */
export interface OtherPlanWork {
  /** The other plan's name in the visitor's language. */
  name: string
  here: TaskWork
  there: TaskWork
}

/** How the other plan differs for a task: it needs no step at all, or some steps fewer or more. */
export type WorkDifference = { kind: 'itself' } | { kind: 'fewer' | 'more'; steps: number }

/** Null where both need the same, or one of them never gets the task done. */
export function workDifference(
  { here, there }: Pick<OtherPlanWork, 'here' | 'there'>,
  task: string,
): WorkDifference | null {
  const [mine, other] = [here[task], there[task]]
  if (mine === undefined || other === undefined || mine === other) return null
  if (other === 0) return { kind: 'itself' }
  return other < mine ? { kind: 'fewer', steps: mine - other } : { kind: 'more', steps: other - mine }
}

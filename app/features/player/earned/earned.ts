import { newlyDone } from '~/domain/demo/compare/task-work'
import type { Run } from '~/domain/demo/engine/run'
import { scoreRun } from '~/domain/demo/engine/score'

/** A task that the last step got done, with its points. */
export interface EarnedTask {
  id: string
  points: number
}

/** What one step got done: nothing, when the runs are not one step apart. */
export function earnedBy(before: Run, after: Run): EarnedTask[] {
  if (after.steps !== before.steps + 1) return []
  const done = newlyDone(before.tasks, after.tasks)
  if (done.length === 0) return []
  const { tasks } = scoreRun(after)
  return done.map((id) => ({ id, points: tasks.find((task) => task.id === id)?.points ?? 0 }))
}

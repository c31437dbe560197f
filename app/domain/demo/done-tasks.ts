import type { Run } from './run-state'

/** Ids of the tasks that the run has done so far. */
export function doneTasks(run: Pick<Run, 'tasks'>): string[] {
  return Object.entries(run.tasks).flatMap(([id, task]) => (task.doneAt === null ? [] : [id]))
}

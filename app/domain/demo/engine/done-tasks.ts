import type { Run } from './run-state'

/** Ids of the tasks that were offered and are not done, in the demo's order. */
export function openTasks(run: Pick<Run, 'tasks'>): string[] {
  return Object.entries(run.tasks).flatMap(([id, task]) => (task.doneAt === null ? [id] : []))
}

/** Which tasks were offered and which of them are done, as short texts that can be compared. */
export function taskMarks(run: Pick<Run, 'tasks'>): string[] {
  return Object.entries(run.tasks)
    .map(([id, task]) => (task.doneAt === null ? id : `${id}!`))
    .sort()
}

/** Ids of the tasks that are done. */
export function doneTasks(run: Pick<Run, 'tasks'>): string[] {
  return Object.entries(run.tasks).flatMap(([id, task]) => (task.doneAt === null ? [] : [id]))
}

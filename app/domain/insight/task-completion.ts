import type { KeyCounts } from './key-counts'
import type { Proportion } from './proportion'
import { proportion } from './proportion'

export interface TaskCompletion extends Proportion {
  task: string
}

/** Task completion rate = trials in which the task is done ÷ trials in which it was offered. In order of the task id. */
export function taskCompletion(offered: KeyCounts, done: KeyCounts): TaskCompletion[] {
  return [...offered]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([task, count]) => ({ task, ...proportion(done.get(task) ?? 0, count) }))
}

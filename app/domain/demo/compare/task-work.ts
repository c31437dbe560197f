import type { CompiledDemo } from '../engine/compile'
import { startRun, step } from '../engine/run'
import type { IdealPath } from '../engine/score'
import type { TaskState } from '../engine/run-state'

/** Steps by task. */
export type TaskWork = { [task: string]: number }

type OnPlan = { plan: string; role: string; ideal: IdealPath }

/**
 * How many steps the ideal way of a plan takes for each task that it gets done, counted from the task done before. Of tasks
 * that one step gets done, the first in the demo's order has the steps; the others took none.
 */
export function taskWork(compiled: CompiledDemo, { plan, role, ideal }: OnPlan): TaskWork {
  let run = startRun(compiled, { plan, role, seed: 'work', startedAt: 0 })
  const work: TaskWork = {}
  let since = 0
  for (const event of ideal.events) {
    const result = step(run, { ...event, at: run.lastAt })
    if (!result.ok) break
    since++
    for (const id of newlyDone(run.tasks, result.run.tasks)) {
      work[id] = since
      since = 0
    }
    run = result.run
  }
  return work
}

type Tasks = Readonly<Record<string, TaskState>>

/** The tasks that are done after a step and were not before it, in the demo's order. */
export function newlyDone(before: Tasks, after: Tasks): string[] {
  const isDone = (tasks: Tasks, id: string) => typeof tasks[id]?.doneAt === 'number'
  return Object.keys(after).filter((id) => isDone(after, id) && !isDone(before, id))
}

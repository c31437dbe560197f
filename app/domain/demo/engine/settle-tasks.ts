import type { CompiledDemo } from './compile'
import { holds } from '../expression/expression'
import { isExpressionError } from '../expression/expression-error'
import { readsTheSame, type Seen } from './fast/expression-reads'
import { own } from '~/domain/json'
import { RunFailure } from './operations'
import type { TaskState } from './run-state'
import type { Condition, PlannedTask } from './task-plan'

type Tasks = Readonly<Record<string, TaskState>>
type Looked = Seen & {
  compiled: CompiledDemo
  plan: string
  startedAt: number
  /** As the event before left them, when they were evaluated in `last`; null at the start of a run. */
  tasks: Tasks
  last: Seen | null
  /** Whether a shown step came before. */
  isShown: boolean
}

/**
 * The tasks after an event, in the demo's order. A task is offered, and later done, for good when its condition first
 * holds. A condition that did not hold is evaluated again only when something that it reads has changed; a world is
 * never changed in place, so identity tells.
 * @throws RunFailure when a condition fails
 */
export function settleTasks(run: Looked, at: number): Tasks {
  const planned = run.compiled.tasks
  let settled: Map<string, TaskState> | null = null
  for (const task of planned) {
    const before = own(run.tasks, task.id)
    const after = settleTask(run, task, before, at)
    if (after && after !== before) settled = (settled ?? new Map<string, TaskState>()).set(task.id, after)
  }
  return settled ? inOrder(planned, (id) => settled.get(id) ?? own(run.tasks, id)) : run.tasks
}

/** The tasks of a snapshot, in the demo's order. */
export function orderTasks(planned: readonly PlannedTask[], tasks: Tasks): Tasks {
  return inOrder(planned, (id) => own(tasks, id))
}

function inOrder(
  planned: readonly PlannedTask[],
  stateOf: (id: string) => TaskState | undefined,
): Record<string, TaskState> {
  const tasks: Record<string, TaskState> = {}
  for (const { id } of planned) {
    const state = stateOf(id)
    if (state) tasks[id] = state
  }
  return tasks
}

function settleTask(
  run: Looked,
  { offered, done }: PlannedTask,
  before: TaskState | undefined,
  at: number,
): TaskState | undefined {
  if (before !== undefined && before.doneAt !== null) return before
  if (before === undefined && !isMet(run, offered, at, run.last)) return undefined
  const known = before ?? taskState(run, at, null)
  return isMet(run, done, at, before ? run.last : null) ? taskState(run, known.offeredAt, at) : known
}

/** A task as a step has just left it: who took the step decides whether it counts. */
function taskState({ isShown }: Looked, offeredAt: number, doneAt: number | null): TaskState {
  return isShown ? { offeredAt, doneAt, shown: true } : { offeredAt, doneAt }
}

/** Whether a condition holds that did not hold in `last`. */
function isMet(run: Looked, condition: Condition | null, at: number, last: Seen | null): boolean {
  if (condition === null) return true
  const { place, program, reads } = condition
  if (last !== null && reads !== null && readsTheSame(reads, last, run)) return false
  const { compiled, world, plan, role, startedAt } = run
  try {
    return holds(program, { world, plan, can: compiled.can(plan), role }, { now: startedAt + at })
  } catch (error) {
    throw new RunFailure(place, isExpressionError(error) ? error.message : String(error))
  }
}

import type { StateValue } from 'xstate'
import type { CompiledDemo } from './compile'
import { holds, isExpressionError } from './expression'
import type { MachineContext, MachineSnapshot } from './machine'
import { RunFailure } from './operations'
import type { Run, TaskState } from './run-state'

type Before = Omit<Run, 'role' | 'world' | 'states' | 'status' | 'outcome' | 'ids' | 'machine'> & {
  states?: readonly string[]
}

/** Where a machine came to rest and what the run then carries. */
type Rested = MachineContext & { machine: MachineSnapshot }

/**
 * The run in which the machine has come to rest: what follows from its snapshot is read off here.
 * @throws RunFailure when the condition of a task fails
 */
export function settle(before: Before, { world, role, ids, machine }: Rested, at: number): Run {
  const states = leavesOf(machine.value)
  const status = machine.status === 'done' ? 'done' : 'active'
  const outcome = status === 'done' ? outcomeOf(before.compiled, states) : undefined
  const path = extendPath(before.path, before.states ?? [], states)
  const { compiled, plan, startRole, seed, startedAt, hints, steps, lastAt } = before
  const tasks = settleTasks({ compiled, world, plan, role, startedAt, tasks: before.tasks }, at)
  return {
    compiled,
    plan,
    startRole,
    seed,
    startedAt,
    role,
    world,
    states,
    status,
    outcome,
    path,
    tasks,
    hints,
    steps,
    lastAt,
    ids,
    machine,
  }
}

/** Active leaf states in document order. */
export function leavesOf(value: StateValue): string[] {
  if (typeof value === 'string') return [value]
  return Object.entries(value).flatMap(([id, inside]) => {
    const leaves = inside === undefined ? [] : leavesOf(inside)
    return leaves.length === 0 ? [id] : leaves
  })
}

function outcomeOf(compiled: CompiledDemo, states: readonly string[]): 'success' | 'other' {
  return states.some((id) => compiled.states.get(id)?.final === 'success') ? 'success' : 'other'
}

function extendPath(path: readonly string[], before: readonly string[], now: readonly string[]): string[] {
  const entered = now.filter((id) => !before.includes(id) && id !== path.at(-1))
  return [...path, ...entered]
}

/** A task is offered, and then done, for good at the first moment its condition holds. */
type Looked = Pick<Run, 'compiled' | 'world' | 'plan' | 'role' | 'startedAt' | 'tasks'>

function settleTasks(run: Looked, at: number): Record<string, TaskState> {
  const tasks: Record<string, TaskState> = {}
  for (const [id, task] of Object.entries(run.compiled.demo.tasks)) {
    const known = run.tasks[id] ?? offer(run, id, task.offered, at)
    if (known === null) continue
    const done = known.doneAt === null && isMet(run, `tasks.${id}.done`, task.done, at)
    tasks[id] = done ? { ...known, doneAt: at } : known
  }
  return tasks
}

function offer(run: Looked, id: string, condition: string | undefined, at: number): TaskState | null {
  const offered = condition === undefined || isMet(run, `tasks.${id}.offered`, condition, at)
  return offered ? { offeredAt: at, doneAt: null } : null
}

function isMet(
  { compiled, world, plan, role, startedAt }: Looked,
  place: string,
  source: string,
  at: number,
): boolean {
  try {
    return holds(
      compiled.program(source),
      { world, plan, can: compiled.can(plan), role },
      { now: startedAt + at },
    )
  } catch (error) {
    throw new RunFailure(place, isExpressionError(error) ? error.message : String(error))
  }
}

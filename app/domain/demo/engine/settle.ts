import type { StateValue } from 'xstate'
import type { CompiledDemo } from './compile'
import type { MachineContext, MachineSnapshot } from './machine'
import type { Run } from './run-state'
import { settleTasks } from './settle-tasks'
import type { Way } from './way/way-state'

/** The run before; at the start it has no place yet. */
type Before = Pick<
  Run,
  | 'compiled'
  | 'plan'
  | 'startRole'
  | 'seed'
  | 'startedAt'
  | 'lastState'
  | 'path'
  | 'pathAt'
  | 'tasks'
  | 'hints'
  | 'shown'
  | 'undone'
> &
  Partial<Pick<Run, 'role' | 'world' | 'states'>>

/** Where the machine stopped: after how many steps and events, and when, in milliseconds since the start. */
type Rested = {
  machine: MachineSnapshot
  /** Whether a shown step led there. */
  isShown: boolean
  steps: number
  events: number
  at: number
  kept: Run['kept']
  /** The way, given the length of the path. */
  wayTo: (stood: number) => Way | null
}

/**
 * The run after a macrostep, derived from the machine's snapshot.
 * @throws RunFailure when the condition of a task fails
 */
export function settle(
  before: Before,
  { world, role, ids }: MachineContext,
  { machine, isShown, steps, events, at, kept, wayTo }: Rested,
): Run {
  const states = leavesOf(machine)
  const status = machine.status === 'done' ? 'done' : 'active'
  const outcome = status === 'done' ? outcomeOf(before.compiled, states) : undefined
  const { lastState, path, pathAt } = extendPath(before, states, isShown, at)
  const { compiled, plan, startRole, seed, startedAt, hints, shown, undone } = before
  const last = before.world && before.role !== undefined ? { world: before.world, role: before.role } : null
  const tasks = settleTasks(
    { compiled, world, plan, role, startedAt, tasks: before.tasks, last, isShown },
    at,
  )
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
    lastState,
    lastShown: isShown,
    path,
    pathAt,
    tasks,
    hints,
    hinted: false,
    steps,
    shown: isShown ? shown + 1 : shown,
    undone,
    kept,
    events,
    lastAt: at,
    ids,
    way: wayTo(path.length),
    machine,
  }
}

const leaves = new WeakMap<MachineSnapshot, readonly string[]>()

/** Active leaf states in document order. Cached by snapshot, since the machine reuses one object for one place. */
export function leavesOf(machine: MachineSnapshot): readonly string[] {
  let found = leaves.get(machine)
  if (!found) leaves.set(machine, (found = leavesIn(machine.value)))
  return found
}

function leavesIn(value: StateValue): string[] {
  if (typeof value === 'string') return [value]
  return Object.entries(value).flatMap(([id, inside]) => {
    const leaves = inside === undefined ? [] : leavesIn(inside)
    return leaves.length === 0 ? [id] : leaves
  })
}

function outcomeOf(compiled: CompiledDemo, states: readonly string[]): 'success' | 'other' {
  return states.some((id) => compiled.states.get(id)?.final === 'success') ? 'success' : 'other'
}

/** The path with the leaves that became active, each at the moment of the event. A shown step leaves it as it is. */
function extendPath(
  before: Before,
  now: readonly string[],
  isShown: boolean,
  at: number,
): Pick<Run, 'lastState' | 'path' | 'pathAt'> {
  const { path, pathAt, states = [] } = before
  if (now === states) return before
  const active = now.filter((id) => !states.includes(id))
  const lastState = active.at(-1) ?? before.lastState
  const entered = isShown ? [] : active.filter((id) => id !== path.at(-1))
  if (entered.length === 0) return { lastState, path, pathAt }
  return { lastState, path: [...path, ...entered], pathAt: [...pathAt, ...entered.map(() => at)] }
}

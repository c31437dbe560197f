import { DomainError } from '~/domain/errors'
import type { CompiledDemo } from './compile'
import {
  acceptByAny,
  acceptOnScreen,
  inspectControls,
  type Control,
  type EventData,
} from '../screen/controls'
import { taskMarks } from './done-tasks'
import { EXAMPLE_EVENT, HINT_EVENT, UNDO_EVENT } from './help-events'
import { within } from '../expression/expression-steps'
import { canonicalJson, isJsonObject } from '~/domain/json'
import type { GuardWatch, StepScope } from './machine'
import { isRunFailure } from './operations'
import type { KeptRun, RefusalCode, Run, RunBeginning, RunEvent, RunSnapshot, StepResult } from './run-state'
import { leavesOf, settle } from './settle'
import { orderTasks } from './settle-tasks'
import { advanceWay, beginWay, undoneWay } from './way/way'

export type { RefusalCode, Run, RunBeginning, RunEvent, RunSnapshot, RunStart, StepResult } from './run-state'

/** Most events that one run takes. */
export const MAX_EVENTS = 2_000
/** How many steps can be undone: so many runs are kept. */
export const MAX_KEPT = 50

/** Limit on the rows that all guards, operations and tasks of one event read together. */
const MAX_EVENT_ROWS = 300_000
/** Latest moment of an event, in milliseconds since the start: about thirty years. */
const MAX_AT = 1e12

/**
 * Starts a run: creates the world, enters the initial state, evaluates tasks.
 * @throws DomainError `invalid-input` for an unknown plan or role, or when an expression fails at the start
 */
export function startRun(compiled: CompiledDemo, start: RunBeginning): Run {
  return beginRun(compiled, start).run
}

/**
 * As `startRun`, with the states that were entered and the transitions that were taken before the first event.
 * @throws DomainError as `startRun`
 */
export function beginRun(
  compiled: CompiledDemo,
  start: RunBeginning,
  watch?: GuardWatch,
): Pick<StepResult & { ok: true }, 'run' | 'entered' | 'taken'> {
  const { plan, seed, startedAt } = start
  const role = start.role ?? compiled.startRoles[0] ?? ''
  if (!compiled.plans.includes(plan))
    throw new DomainError('invalid-input', `This demo has no plan ${plan}.`, { plan })
  if (!compiled.startRoles.includes(role))
    throw new DomainError('invalid-input', `Nobody begins as ${role} here.`, { role })
  const can = compiled.can(plan)
  const context = { world: compiled.demo.world, role, ids: 0 }
  const scope = makeScope({ context, plan, can, seed, now: startedAt, event: { type: '' }, watch })
  try {
    const allowance = { rows: MAX_EVENT_ROWS }
    const machine = within(allowance, () => compiled.machine(role).start(scope))
    const base = {
      compiled,
      plan,
      startRole: role,
      seed,
      startedAt,
      tasks: {},
      lastState: '',
      path: [],
      pathAt: [],
      hints: 0,
      shown: 0,
      undone: 0,
    }
    return {
      run: within(allowance, () =>
        settle(base, scope.context, {
          ...{ machine, isShown: false, steps: 0, events: 0, at: 0, kept: [] },
          wayTo: (stood) => (start.ways ? beginWay(start.ways, stood) : null),
        }),
      ),
      entered: scope.entered,
      taken: scope.taken,
    }
  } catch (error) {
    const failure = failureOf(scope, error)
    throw new DomainError('invalid-input', `The demo cannot begin: ${failure.message}`, { at: failure.at })
  }
}

/**
 * Applies one event, or says why not. Pure: the given run is never changed, and a refused event has no effect. An
 * event earlier than the last one counts as simultaneous with it.
 */
export function step(run: Run, event: RunEvent): StepResult {
  const given = readEvent(event)
  if (!given)
    return refusal(
      'bad-payload',
      '',
      'An event has a type, a moment in milliseconds since the start, and may be shown.',
    )
  if (run.status === 'done') return refusal('ended', '', 'The run has ended.')
  if (run.events >= MAX_EVENTS) return refusal('ended', '', `A run takes at most ${MAX_EVENTS} events.`)
  const at = Math.max(given.at, run.lastAt)
  if (given.type === HINT_EVENT) return takeHint(run, given.data, at)
  if (given.type === EXAMPLE_EVENT) return takeExample(run, given.data, at)
  if (given.type === UNDO_EVENT) return takeUndo(run, given.data, at)
  if (!run.compiled.events.has(given.type)) return refusal('unknown-event', '', 'No state takes this event.')
  const { type, by } = given
  const now = { type, data: given.data, at, by }
  const data = run.compiled.fast ? acceptOnScreen(run, now) : null
  return data ? takeEvent(run, { type, data, at, by }) : takeOrRefuse(run, now)
}

function takeOrRefuse(run: Run, event: GivenEvent): StepResult {
  const { type, at } = event
  const { controls, locked, failures } = inspectControls(run, { send: type, bare: true, at })
  const [failed] = failures
  const [lock] = locked
  if (controls.length === 0 && failed) return refusal('failed', failed.at, failed.message)
  if (controls.length === 0 && lock)
    return refusal('locked', lock.id, `The plan ${run.plan} lacks ${lock.needs}.`)
  if (controls.length === 0) return refusal('not-offered', '', 'Nothing on screen sends this event.')
  return takeBy(controls, run, event)
}

/**
 * As `step`, at the time of the run's last event, for a caller that has inspected the screen: `controls` are those
 * that send this event. For exploration, which needs the same screen many times.
 */
export function stepBy(
  controls: readonly Control[],
  run: Run,
  event: Omit<RunEvent, 'at'>,
  watch?: GuardWatch,
): StepResult {
  if (run.status === 'done' || run.events >= MAX_EVENTS) return refusal('ended', '', 'The run has ended.')
  return takeBy(controls, run, { ...event, at: run.lastAt }, watch)
}

function takeBy(
  controls: readonly Control[],
  run: Run,
  event: Pick<RunEvent, 'type' | 'at' | 'by'> & { data?: unknown },
  watch?: GuardWatch,
): StepResult {
  const accepted = acceptByAny(controls, event.data)
  if (!accepted) return refusal('bad-payload', 'data', 'Nothing on screen accepts this.')
  if (!accepted.ok) return refusal('bad-payload', accepted.at, accepted.message)
  const { type, at, by } = event
  return takeEvent(run, { type, data: accepted.data, at, by }, watch)
}

type GivenEvent = Pick<RunEvent, 'type' | 'at' | 'by'> & { data: unknown }

function readEvent(event: unknown): GivenEvent | null {
  if (!isJsonObject(event)) return null
  const { type, at, data, by } = event
  if (typeof type !== 'string' || typeof at !== 'number') return null
  if (by !== undefined && (by !== 'shown' || type.startsWith('@'))) return null
  return at >= 0 && at <= MAX_AT ? { type, at, data, by } : null
}

function refusal(code: RefusalCode, at: string, message: string): StepResult {
  return { ok: false, code, message, at }
}

function isEmpty(data: unknown): boolean {
  return data === undefined || (isJsonObject(data) && Object.keys(data).length === 0)
}

function takeHint(run: Run, data: unknown, at: number): StepResult {
  if (!isEmpty(data)) return refusal('bad-payload', 'data', 'Asking for a hint carries no data.')
  return { ok: true, run: helped(run, at), entered: [], taken: [] }
}

/** Counts a request for the example of a form. The form must be on the screen and have one. */
function takeExample(run: Run, data: unknown, at: number): StepResult {
  const form = isJsonObject(data) && Object.keys(data).length === 1 ? data.form : undefined
  if (typeof form !== 'string')
    return refusal('bad-payload', 'data.form', 'Asking for an example names its form.')
  const { controls } = inspectControls(run, { at })
  const isShown = controls.some((one) => one.id === form && one.kind === 'form' && one.samples.length > 0)
  if (!isShown) return refusal('not-offered', form, 'There is no such example on screen.')
  return { ok: true, run: helped(run, at), entered: [], taken: [] }
}

/** Help counts once before each step. */
function helped(run: Run, at: number): Run {
  const hints = run.hinted ? run.hints : run.hints + 1
  return { ...run, hints, hinted: true, events: run.events + 1, lastAt: at }
}

/**
 * Restores the run before the prospect's last step, and with it drops the shown steps since. Time, hints, detours and the
 * events so far stay.
 */
function takeUndo(run: Run, data: unknown, at: number): StepResult {
  if (!isEmpty(data)) return refusal('bad-payload', 'data', 'Undoing a step carries no data.')
  const before = run.kept.at(-1)
  if (!before) return refusal('not-offered', '', 'There is no step to undo.')
  const undone: Run = {
    ...run,
    ...before,
    way: undoneWay(run.way, before.way),
    kept: run.kept.slice(0, -1),
    undone: run.undone + 1,
    events: run.events + 1,
    lastAt: at,
  }
  return { ok: true, run: undone, entered: [], taken: [] }
}

/** The runs that can be undone after one more step. Written out, as it runs for every step. */
function keptWith(run: Run): readonly KeptRun[] {
  const { kept } = run
  const before: KeptRun = {
    role: run.role,
    world: run.world,
    states: run.states,
    lastState: run.lastState,
    lastShown: run.lastShown,
    path: run.path,
    pathAt: run.pathAt,
    tasks: run.tasks,
    hinted: run.hinted,
    steps: run.steps,
    ids: run.ids,
    way: run.way,
    machine: run.machine,
  }
  return kept.length < MAX_KEPT ? [...kept, before] : [...kept.slice(1), before]
}

function takeEvent(
  run: Run,
  { type, data, at, by }: { type: string; data: EventData; at: number; by?: 'shown' | undefined },
  watch?: GuardWatch,
): StepResult {
  const { compiled, plan, seed, startedAt } = run
  const can = compiled.can(plan)
  const { world, role, ids } = run
  const context = { world, role, ids }
  const event = { ...data, type }
  const isShown = by === 'shown'
  const scope = makeScope({ context, plan, can, seed, now: startedAt + at, event, watch })
  try {
    const allowance = { rows: MAX_EVENT_ROWS }
    const machine = within(allowance, () => compiled.machine(run.startRole).next(run.machine, scope))
    if (!tookEvent(compiled, scope.taken))
      return refusal('not-taken', '', 'The process does not take this event now.')
    const { entered, taken } = scope
    const wayTo = (stood: number) =>
      run.way && advanceWay(run.way, run, { type, data, entered, taken, stood, isShown })
    const rested = {
      machine,
      isShown,
      at,
      wayTo,
      steps: isShown ? run.steps : run.steps + 1,
      events: run.events + 1,
      kept: isShown ? run.kept : keptWith(run),
    }
    const settled = within(allowance, () => settle(run, scope.context, rested))
    return { ok: true, run: settled, entered, taken }
  } catch (error) {
    const failure = failureOf(scope, error)
    return refusal('failed', failure.at, failure.message)
  }
}

function tookEvent(compiled: CompiledDemo, taken: readonly string[]): boolean {
  return taken.some((id) => compiled.isEventTransition(id))
}

/** Written out because object spread is slow and this runs for every event. */
function makeScope(given: Omit<StepScope, 'entered' | 'taken' | 'failure' | 'draft'>): StepScope {
  return {
    context: given.context,
    plan: given.plan,
    can: given.can,
    seed: given.seed,
    now: given.now,
    event: given.event,
    watch: given.watch,
    entered: [],
    taken: [],
    failure: null,
    draft: undefined,
  }
}

function failureOf(scope: StepScope, error: unknown): { at: string; message: string } {
  if (scope.failure) return scope.failure
  if (isRunFailure(error)) return error
  return { at: 'machine', message: error instanceof Error ? error.message : String(error) }
}

/** The run as plain JSON, without its demo. */
export function snapshotRun(run: Run): RunSnapshot {
  const { plan, startRole, role, seed, startedAt, world, status, outcome, lastAt, ids } = run
  const { lastState, lastShown, hints, hinted, steps, shown, undone, events } = run
  return {
    plan,
    startRole,
    role,
    seed,
    startedAt,
    world,
    value: run.machine.value,
    status,
    ...(outcome === undefined ? {} : { outcome }),
    lastState,
    lastShown,
    path: [...run.path],
    pathAt: [...run.pathAt],
    tasks: { ...run.tasks },
    hints,
    hinted,
    steps,
    shown,
    undone,
    events,
    lastAt,
    ids,
  }
}

/**
 * The run of a snapshot, its remaining way unknown and none of its steps to be undone. The snapshot must be of the same demo.
 * @throws DomainError `invalid-input` when the demo has no such start role
 */
export function restoreRun(compiled: CompiledDemo, snapshot: RunSnapshot): Run {
  const { value, ...rest } = snapshot
  const machine = compiled.machine(snapshot.startRole).restore(value, snapshot.status === 'done')
  const tasks = orderTasks(compiled.tasks, rest.tasks)
  return { ...rest, compiled, tasks, states: leavesOf(machine), kept: [], way: null, machine }
}

/**
 * Everything that decides what a run can still do: states, world, role, tasks offered and done. Runs with equal keys
 * behave alike.
 */
export function configurationKey(run: Run): string {
  return canonicalJson([run.machine.value, run.world, run.role, run.plan, run.startRole, taskMarks(run)])
}

import type { CompiledDemo } from '~/domain/demo/engine/compile'
import type { Control } from '~/domain/demo/screen/control'
import { inspectControls } from '~/domain/demo/screen/controls'
import { acceptPayload } from '~/domain/demo/screen/payload'
import type { RefusalCode, Run, RunBeginning } from '~/domain/demo/engine/run'
import { startRun, step } from '~/domain/demo/engine/run'
import type { StepMark } from '~/domain/demo/engine/way/way-state'
import type { TraceEvent } from '~/domain/demo/engine/trace'
import { EXAMPLE_EVENT, UNDO_EVENT, isHelpEvent } from '~/domain/demo/engine/trace'

/** A pause of at least this many ms is shown. */
export const PAUSE_MS = 30_000

/** One moment of a trial: what the prospect did, and the run after it. */
export interface ReplayMoment {
  kind: 'start' | 'event' | 'hint' | 'example' | 'undo'
  /** Whether the client took the step for the prospect. */
  shown: boolean
  /** Whether it was undone later. */
  undone: boolean
  /** Null at the start. */
  event: TraceEvent | null
  /** What was used to do it, as it stood on screen; null at the start and for a request for help. */
  control: Control | null
  /** Time of the trial, in ms. */
  at: number
  /** Inactive time since the moment before, in ms; 0 when shorter than `PAUSE_MS`. */
  pauseMs: number
  /** States that became active. */
  entered: string[]
  /**
   * How the step compares with the remaining way; null for an event that is not a step of the prospect's own, and while
   * the way is unknown.
   */
  mark: StepMark | null
  /** Tasks that became done. */
  tasksDone: string[]
  run: Run
}

export interface Moments {
  /** The start first, then one for each event. */
  moments: ReplayMoment[]
  /** The event at which the trace no longer fits the demo. Does not happen to traces that the server accepted. */
  refused: { seq: number; code: RefusalCode; message: string } | null
}

/**
 * A trial moment by moment: the machine run again from the trace.
 * @throws DomainError `invalid-input` when the run cannot start
 */
export function replayMoments(
  compiled: CompiledDemo,
  start: RunBeginning,
  events: readonly TraceEvent[],
): Moments {
  const first = startRun(compiled, start)
  const moments = [opening(first)]
  let run = first
  for (const event of events) {
    const result = step(run, event)
    if (!result.ok) {
      return { moments, refused: { seq: event.seq, code: result.code, message: result.message } }
    }
    if (event.type === UNDO_EVENT) markUndone(moments)
    moments.push(momentOf(run, result.run, event))
    run = result.run
  }
  return { moments, refused: null }
}

/** Marks the last own step that stands, and what followed it. */
function markUndone(moments: ReplayMoment[]): void {
  for (let index = moments.length - 1; index > 0; index--) {
    const moment = moments[index]
    if (!moment || moment.undone || moment.kind === 'undo') continue
    moments[index] = { ...moment, undone: true }
    if (moment.kind === 'event' && !moment.shown) return
  }
}

/**
 * For each state of the path of a trial whether a detour led there. Undone and shown steps are not on the path.
 */
export function detoursOnPath(moments: readonly ReplayMoment[]): boolean[] {
  return moments.flatMap(({ run, mark, undone, kind }, index) => {
    const known = kind === 'start' ? 0 : (moments[index - 1]?.run.path.length ?? 0)
    const added = undone ? 0 : Math.max(0, run.path.length - known)
    return Array<boolean>(added).fill(mark === 'detour')
  })
}

function opening(run: Run): ReplayMoment {
  const { path: entered } = run
  return {
    kind: 'start',
    shown: false,
    undone: false,
    event: null,
    control: null,
    at: 0,
    pauseMs: 0,
    entered: [...entered],
    mark: null,
    tasksDone: doneIn(run),
    run,
  }
}

function momentOf(before: Run, after: Run, event: TraceEvent): ReplayMoment {
  const away = event.at - before.lastAt - event.activeMs
  const kind = kindOf(event)
  const isStep = kind === 'event'
  const isOwn = isStep && event.by === undefined
  return {
    ...{ kind, event, shown: isStep && !isOwn, undone: false },
    control: isStep ? controlUsed(before, event) : null,
    at: after.lastAt,
    pauseMs: away >= PAUSE_MS ? away : 0,
    entered: isOwn
      ? after.path.slice(before.path.length)
      : after.states.filter((id) => !before.states.includes(id)),
    mark: isOwn ? (after.way?.steps.at(-1)?.mark ?? null) : null,
    tasksDone: doneIn(after).filter((task) => !doneIn(before).includes(task)),
    run: after,
  }
}

function kindOf({ type }: TraceEvent): ReplayMoment['kind'] {
  if (type === UNDO_EVENT) return 'undo'
  if (isHelpEvent(type)) return type === EXAMPLE_EVENT ? 'example' : 'hint'
  return 'event'
}

function doneIn({ tasks }: Run): string[] {
  return Object.entries(tasks).flatMap(([task, { doneAt }]) => (doneAt === null ? [] : [task]))
}

/** The control that sent the event: the first on screen that accepts its data, as the machine chose it. */
function controlUsed(run: Run, event: TraceEvent): Control | null {
  const at = Math.max(event.at, run.lastAt)
  const { controls } = inspectControls(run, { send: event.type, at })
  return controls.find(({ payload }) => acceptPayload(payload, event.data).ok) ?? null
}
